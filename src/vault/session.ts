import type { VaultView } from '../shared/views.ts'
import type { Environment } from './environment.ts'
import { type BrowseItems, browseItems } from './session/browse-items.ts'
import { type ChangeKeys, changeKeys } from './session/change-keys.ts'
import { type KeepDrafts, keepDrafts } from './session/keep-drafts.ts'
import { type MergeCopies, mergeCopies } from './session/merge-copies.ts'
import { type OpenValues, openValues } from './session/open-values.ts'
import { type SaveAgain, saveAgain, settleUnsaved } from './session/save-again.ts'
import { type SaveItems, saveItems } from './session/save-items.ts'
import { type Compact, compact } from './session/compact.ts'
import { createSessionContext } from './session/session-context.ts'
import { lastStep, type TakeBack } from './session/take-back.ts'
import { type TimeMachine, timeMachine } from './session/time-machine.ts'
import { type VerifyVault, verifyVault } from './session/verify-vault.ts'
import type { VaultStore } from './vault-store.ts'
import { vaultView } from './vault-view.ts'

/** Everything that the window and the command line can do with an unlocked vault: one ability a file in session/. */
type Abilities = BrowseItems &
  SaveItems &
  OpenValues &
  KeepDrafts &
  ChangeKeys &
  VerifyVault &
  SaveAgain &
  MergeCopies &
  TimeMachine &
  TakeBack &
  Compact

/** An unlocked vault. Locked, it answers LOCKED. */
export type Session = Abilities & {
  view(): VaultView
  /** What backups and merging are made of; for this package only. */
  readonly store: VaultStore
  lock(): Promise<void>
}

export type SessionParts = {
  readonly store: VaultStore
  readonly deviceId: string
  readonly notices: VaultView['notices']
  readonly keepUnsaved: boolean
  readonly release: () => Promise<void>
}

export function createSession(environment: Environment, parts: SessionParts): Session {
  const { store, notices, release } = parts
  let locked = false
  const closing: (() => Promise<void>)[] = []
  const context = createSessionContext(
    environment,
    parts,
    () => locked,
    (close) => void closing.push(close)
  )
  const step = lastStep(context)
  return {
    ...browseItems(context),
    ...saveItems(context),
    ...openValues(context),
    ...keepDrafts(context),
    ...changeKeys(context),
    ...verifyVault(context),
    ...saveAgain(context),
    ...mergeCopies(context, step.remember),
    ...timeMachine(context, step.remember),
    takeBackStep: step.takeBackStep,
    ...compact(context),
    view: () => vaultView(context.opened(), store.readOnly(), notices),
    store,
    async lock() {
      if (locked) return
      locked = true
      try {
        for (const close of closing) await close().catch(() => {})
        if (parts.keepUnsaved) await settleUnsaved({ environment, store })
        await store.close()
      } finally {
        await release()
      }
    }
  }
}
