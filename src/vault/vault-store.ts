import { VaultError } from '../core/errors.ts'
import type { Change } from '../core/vault/change.ts'
import { isBehind } from '../core/vault/clock.ts'
import { nextStamp } from '../core/vault/stamp.ts'
import { compactQuietly } from './compact-quietly.ts'
import { rewriteVault } from './compact-vault.ts'
import type { Job } from './environment.ts'
import { editOf, isOfDisk, nameOf, onceOnly } from './failed-save.ts'
import type { BuildChanges } from './item/change-items.ts'
import { readDetails } from './item/read-details.ts'
import { type DiskAndClock, foldInFile } from './merge/fold-in-file.ts'
import type { OpenedVault } from './opened-vault.ts'
import type { Memory } from './remember-state.ts'
import { createSerial, type Serial } from './serial.ts'
import type { Save } from './storage/append-save.ts'
import { takeIn } from './take-in.ts'
import { createUnsavedChanges, type UnsavedChanges } from './unsaved-changes.ts'

export type StoreEvent =
  /** The vault holds something that was not asked for here just now. */
  | { readonly is: 'changed'; readonly items: number; readonly by: 'file' | 'save' | 'work' }
  /** How many saves the disk has not taken. */
  | { readonly is: 'unsaved'; readonly count: number }

/** The open vault as it is now, and the one way to change it: one thing after the other. */
export type VaultStore = {
  readonly opened: () => OpenedVault
  readonly readOnly: () => boolean
  /**
   * Appends one save and takes it in once it is on the disk. What another program put there meanwhile is folded in
   * first. STALE, READ_ONLY, NO_SPACE, REKEYED_ELSEWHERE, …: the vault is as it was, and changes that the disk did not
   * take are kept until the same items are saved, or all is saved again. `reads` are the items whose details `build`
   * needs, `chunks` the pieces of attachments that its changes name; a save with these is not kept.
   */
  readonly save: (build: BuildChanges, reads?: readonly string[], chunks?: Save['chunks']) => Promise<void>
  /** Goes on with another reading of the vault (re-keyed, merged, written anew), which the work gives back. */
  readonly replace: (rewrite: (opened: OpenedVault) => Promise<OpenedVault>) => Promise<void>
  /** Looks at the file, and folds in what another program put there. NOT_FOUND, REKEYED_ELSEWHERE, VAULT_DAMAGED, … */
  readonly refresh: () => Promise<void>
  readonly unsaved: UnsavedChanges
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
  const { deviceId, memory } = parts
  const inTurn = createSerial()
  const unsaved = createUnsavedChanges()
  const listeners: ((event: StoreEvent) => void)[] = []
  let opened = parts.opened
  /** A failed sync leaves a file of which nobody knows what the disk kept: nothing is added to it any more. */
  let inDoubt = false

  const tell = (event: StoreEvent): void => listeners.forEach((listener) => listener(event))
  const isReadOnly = (): boolean => parts.readOnly || opened.file.readOnly
  const mustWrite = (): void => {
    if (isReadOnly()) throw new VaultError('READ_ONLY')
  }

  /** Another reading of the file; only what it brings that was not there before is a change. */
  function goOn(next: OpenedVault, by: 'file' | 'work', before = opened.folded.clock): void {
    opened = next
    if (!parts.readOnly) memory.remember(next)
    if (isBehind(before, next.folded.clock)) tell({ is: 'changed', items: next.folded.size, by })
  }

  async function foldIn(): Promise<void> {
    const doubt = (): void => {
      inDoubt = true
    }
    goOn(await foldInFile(environment, opened, deviceId, doubt), 'file')
  }

  /** After an error of the disk: what is really there, and where it cannot be trusted, a new file. */
  async function recover(): Promise<void> {
    const { failure } = opened.file
    if (failure !== null) {
      inDoubt ||= failure.inDoubt
      // A disk that is still full has no room to set the torn end aside: that is what there is to say.
      await foldIn().catch((error: unknown) => {
        throw error instanceof VaultError && error.code === 'READ_ONLY' ? failure.error : error
      })
    }
    if (inDoubt) goOn(await rewriteVault(environment.fs, opened), 'work')
    inDoubt = false
  }

  /**
   * A file that is no longer ours, or does not answer any more: a medium that was pulled out and put back has it again,
   * but not under this handle. Once bytes were written, the error stands.
   */
  async function foldInAfter(error: unknown): Promise<void> {
    const mayBeAnother = error instanceof VaultError && (error.code === 'FILE_CHANGED_ON_DISK' || error.code === 'IO')
    if (!mayBeAnother || opened.file.failure !== null) throw error
    await foldIn()
  }

  async function made(build: BuildChanges, reads: readonly string[]): Promise<readonly Change[]> {
    await readDetails(opened, reads)
    const now = environment.now()
    return build(opened, nextStamp(unsaved.greatestStamp(opened.folded), now, deviceId), now)
  }

  async function append(changes: readonly Change[], chunks: Save['chunks']): Promise<void> {
    await opened.file.append(chunks === undefined ? { changes } : { changes, chunks })
    takeIn(opened, changes)
    memory.remember(opened)
  }

  /** Whatever else waits to be saved goes with it. */
  async function write(changes: readonly Change[], name: string | null, chunks?: Save['chunks']): Promise<void> {
    const waiting = unsaved.lackedBy(opened.folded, name)
    if (changes.length + waiting.length > 0) await append([...waiting, ...changes], chunks)
    const before = unsaved.count()
    unsaved.clear()
    if (before > 0) tell({ is: 'unsaved', count: 0 })
    if (waiting.length > 0) tell({ is: 'changed', items: opened.folded.size, by: 'save' })
  }

  async function save(build: BuildChanges, reads: readonly string[], chunks: Save['chunks']): Promise<void> {
    mustWrite()
    let changes = await made(build, reads)
    if (changes.length === 0) return settled(reads)
    const pieces = chunks === undefined ? undefined : onceOnly(chunks)
    try {
      const before = opened
      await recover()
      if (opened !== before) changes = await made(build, reads)
      await write(changes, nameOf(changes, reads, opened), pieces).catch(async (error: unknown) => {
        if (pieces?.begun()) throw error
        await foldInAfter(error)
        changes = await made(build, reads)
        await write(changes, nameOf(changes, reads, opened), pieces)
      })
    } catch (error) {
      if (chunks === undefined && isOfDisk(error)) keepUnsaved(nameOf(changes, reads, opened), changes)
      throw error
    }
  }

  function keepUnsaved(name: string | null, changes: readonly Change[]): void {
    if (name === null) return
    unsaved.keep(name, changes)
    tell({ is: 'unsaved', count: unsaved.count() })
  }

  /** It came to nothing: what was not saved of these items before was taken back. */
  function settled(items: readonly string[]): void {
    const before = unsaved.count()
    unsaved.drop(editOf(items))
    if (unsaved.count() !== before) tell({ is: 'unsaved', count: unsaved.count() })
  }

  async function saveAgain(): Promise<void> {
    if (unsaved.count() === 0) return
    mustWrite()
    await recover()
    await write([], null).catch(async (error: unknown) => {
      await foldInAfter(error)
      await write([], null)
    })
  }

  async function refresh(): Promise<void> {
    // What failed waits for its retry.
    if (opened.file.failure !== null) return
    try {
      await opened.file.checkUnchanged()
    } catch (error) {
      await foldInAfter(error)
    }
  }

  let compacting: AbortController | null = null
  const soon: Serial = (work) => {
    compacting?.abort()
    return inTurn(work)
  }

  async function compact(job?: Job): Promise<void> {
    mustWrite()
    await soon(saveAgain)
    compacting = new AbortController()
    const { signal: giveWay } = compacting
    const goOnWith = (next: OpenedVault): void => goOn(next, 'work')
    const work = { fs: environment.fs, inTurn, mine: opened, current: () => opened, goOn: goOnWith, giveWay }
    await compactQuietly(work, job).finally(() => {
      compacting = null
    })
  }

  return {
    opened: () => opened,
    readOnly: isReadOnly,
    save: (build, reads = [], chunks) => soon(() => save(build, reads, chunks)),
    replace: (rewrite) =>
      soon(async () => {
        mustWrite()
        await saveAgain()
        // The work may change what is open rather than read it anew.
        const before = opened.folded.clock
        goOn(await rewrite(opened), 'work', before)
      }),
    refresh: () => soon(refresh),
    unsaved,
    compact,
    saveAgain: () => soon(saveAgain),
    inTurn: soon,
    listen: (listener) => void listeners.push(listener),
    close: () =>
      soon(async () => {
        await memory.settled()
        await opened.close()
      })
  }
}
