import type { VaultView } from '../shared/vault-views.ts'
import type { Environment } from './environment.ts'
import { type KeepFiles, keepFiles } from './session/keep-files.ts'
import { type BrowseItems, browseItems } from './session/browse-items.ts'
import { type CheckBreaches, checkBreaches } from './session/check-breaches.ts'
import { type ChangePasswords, changePasswords } from './session/change-passwords.ts'
import { type JudgeHealth, judgeHealth } from './session/judge-health.ts'
import { type KeepVersions, keepVersions } from './session/keep-versions.ts'
import { type RenewKeys, renewKeys } from './session/renew-keys.ts'
import { type TakeBack, takeBack } from './session/take-back.ts'
import { type ChangeKeys, changeKeys } from './session/change-keys.ts'
import { type HoldDeviceKey, holdDeviceKey } from './session/hold-device-key.ts'
import { type ExportItems, exportItems } from './session/export-items.ts'
import { type ImportItems, importItems } from './session/import-items.ts'
import { type KeepDrafts, keepDrafts } from './session/keep-drafts.ts'
import { type MakeKeys, makeKeys } from './session/make-keys.ts'
import { type MergeCopies, mergeCopies } from './session/merge-copies.ts'
import { type OpenValues, openValues } from './session/open-values.ts'
import { type OwnTypes, ownTypesOf } from './session/own-types.ts'
import { type SaveAgain, saveAgain, settleUnsaved } from './session/save-again.ts'
import { type SaveItems, saveItems } from './session/save-items.ts'
import { type Compact, compact } from './session/compact.ts'
import { type ScanCodes, scanCodes } from './session/scan-codes.ts'
import { createSessionContext } from './session/session-context.ts'
import { type ShareItems, shareItems } from './session/share-items.ts'
import { type TimeMachine, timeMachine } from './session/time-machine.ts'
import { type VerifyVault, verifyVault } from './session/verify-vault.ts'
import { type KeepJournal, keepJournal } from './session/journal.ts'
import type { JournalAside } from './journal/journal-aside.ts'
import type { VaultStore } from './vault-store.ts'
import { vaultView } from './vault-view.ts'

/** Everything that the window and the command line can do with an unlocked vault: one ability a file in session/. */
type Abilities = BrowseItems &
  SaveItems &
  OpenValues &
  KeepDrafts &
  ScanCodes &
  OwnTypes &
  ChangeKeys &
  HoldDeviceKey &
  VerifyVault &
  SaveAgain &
  ExportItems &
  ShareItems &
  ImportItems &
  KeepFiles &
  TakeBack &
  KeepVersions &
  ChangePasswords &
  JudgeHealth &
  CheckBreaches &
  RenewKeys &
  MakeKeys &
  MergeCopies &
  TimeMachine &
  Compact &
  KeepJournal

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
  /** How a session that cannot save leaves behind what it did; null where it cannot. */
  readonly aside: JournalAside | null
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
  const values = openValues(context)
  const files = keepFiles(context)
  return {
    ...browseItems(context),
    ...saveItems(context),
    ...values,
    ...scanCodes(context, values),
    ...keepDrafts(context),
    ...files,
    ...takeBack(context),
    ...keepVersions(context),
    ...changePasswords(context),
    ...judgeHealth(context),
    ...checkBreaches(context),
    ...renewKeys(context),
    ...makeKeys(context),
    ...ownTypesOf(context),
    ...changeKeys(context),
    ...holdDeviceKey(context),
    ...verifyVault(context),
    ...saveAgain(context, files.attachments),
    ...exportItems(context),
    ...shareItems(context),
    ...mergeCopies(context),
    ...timeMachine(context),
    ...compact(context),
    ...keepJournal(context),
    ...importItems(context),
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
