import { createWaitingFiles, type WaitingFiles } from './attachments/waiting-files.ts'
import { compactQuietly } from './compact-quietly.ts'
import type { Job } from './environment.ts'
import { DRAFT } from './failed-save.ts'
import type { BuildChanges } from './item/change-items.ts'
import type { DiskAndClock } from './merge/fold-in-file.ts'
import type { OpenedVault } from './opened-vault.ts'
import { refresh } from './recover-file.ts'
import type { Memory } from './remember-state.ts'
import { letGo, saveAgain, saveChanges } from './save-changes.ts'
import { createSerial, type Serial } from './serial.ts'
import type { Save } from './storage/append-save.ts'
import { goOn, isReadOnly, mustWrite, type StoreEvent, type StoreState } from './store-state.ts'
import { createUnsavedChanges, type UnsavedChanges } from './unsaved-changes.ts'

/** The open vault as it is now, and the one way to change it: one thing after the other. */
export type VaultStore = {
  readonly opened: () => OpenedVault
  readonly readOnly: () => boolean
  /**
   * Appends one save and takes it in once it is on the disk. What another program put there meanwhile is folded in
   * first. STALE, READ_ONLY, NO_SPACE, REKEYED_ELSEWHERE, …: the vault is as it was, and changes that the disk did not
   * take are kept until the same items are saved, or all is saved again. `reads` are the items whose details `build`
   * needs, `chunks` the pieces of attachments that its changes name; a save with these is kept only
   * where all of them are in memory.
   */
  readonly save: (build: BuildChanges, reads?: readonly string[], chunks?: Save['chunks']) => Promise<void>
  /** Goes on with another reading of the vault (re-keyed, merged, written anew), which the work gives back. */
  readonly replace: (rewrite: (opened: OpenedVault) => Promise<OpenedVault>) => Promise<void>
  /** Looks at the file, and folds in what another program put there. NOT_FOUND, REKEYED_ELSEWHERE, VAULT_DAMAGED, … */
  readonly refresh: () => Promise<void>
  readonly unsaved: UnsavedChanges
  /** Files that the disk did not take and that are too large to be kept with their saves. */
  readonly files: WaitingFiles
  /** A draft that the disk did not take is not kept any longer. */
  readonly letGoOfDraft: () => Promise<void>
  /** Opens the file anew and writes what it did not take before. As save. */
  readonly saveAgain: () => Promise<void>
  /** Writes the file anew in a quiet moment. CANCELLED when a save came first; READ_ONLY, NO_SPACE, … */
  readonly compact: (job?: Job) => Promise<void>
  /** Runs in turn with the saves. */
  readonly inTurn: Serial
  readonly listen: (listener: (event: StoreEvent) => void) => void
  readonly close: () => Promise<void>
}

export type StoreParts = {
  readonly opened: OpenedVault
  readonly readOnly: boolean
  readonly deviceId: string
  /** Told of every acknowledged state; the freshness mark follows it and never leads. */
  readonly memory: Memory
}

export function createVaultStore(environment: DiskAndClock, parts: StoreParts): VaultStore {
  const listeners: ((event: StoreEvent) => void)[] = []
  const tell = (event: StoreEvent): void => listeners.forEach((listener) => listener(event))
  const state: StoreState = { ...parts, environment, unsaved: createUnsavedChanges(), tell, inDoubt: false }
  const { inTurn, compact } = turnsOf(state)
  return {
    opened: () => state.opened,
    readOnly: () => isReadOnly(state),
    save: (build, reads = [], chunks) => inTurn(() => saveChanges(state, { build, reads, chunks })),
    replace: (rewrite) => inTurn(() => replace(state, rewrite)),
    refresh: () => inTurn(() => refresh(state)),
    unsaved: state.unsaved,
    files: createWaitingFiles(() => tell({ is: 'unsaved' })),
    letGoOfDraft: () => inTurn(async () => letGo(state, DRAFT)),
    compact,
    saveAgain: () => inTurn(() => saveAgain(state)),
    inTurn,
    listen: (listener) => void listeners.push(listener),
    close: () =>
      inTurn(async () => {
        await parts.memory.settled()
        await state.opened.close()
      })
  }
}

async function replace(state: StoreState, rewrite: (opened: OpenedVault) => Promise<OpenedVault>): Promise<void> {
  mustWrite(state)
  await saveAgain(state)
  // The work may change what is open rather than read it anew.
  const before = state.opened.folded.clock
  goOn(state, await rewrite(state.opened), 'work', before)
}

/** One thing after the other; only compaction runs beside them, and gives way as soon as anything else is to be done. */
function turnsOf(state: StoreState): Pick<VaultStore, 'inTurn' | 'compact'> {
  const serial = createSerial()
  let compacting: AbortController | null = null
  const inTurn: Serial = (work) => {
    compacting?.abort()
    return serial(work)
  }
  async function compact(job?: Job): Promise<void> {
    mustWrite(state)
    await inTurn(() => saveAgain(state))
    compacting = new AbortController()
    const work = {
      fs: state.environment.fs,
      inTurn: serial,
      mine: state.opened,
      current: () => state.opened,
      goOn: (next: OpenedVault) => goOn(state, next, 'work'),
      giveWay: compacting.signal
    }
    await compactQuietly(work, job).finally(() => {
      compacting = null
    })
  }
  return { inTurn, compact }
}
