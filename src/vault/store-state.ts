import { VaultError } from '../core/errors.ts'
import { type Clock, isBehind } from '../core/vault/clock.ts'
import type { DiskAndClock } from './merge/fold-in-file.ts'
import type { OpenedVault } from './opened-vault.ts'
import type { Memory } from './remember-state.ts'
import type { UnsavedChanges } from './unsaved-changes.ts'

export type StoreEvent =
  /** The vault holds something that was not asked for here just now. */
  | { readonly is: 'changed'; readonly items: number; readonly by: 'file' | 'save' | 'work' }
  /** The disk took, or did not take, a save or a file. */
  | { readonly is: 'unsaved' }

/** What the parts of a store share. Only one of them works with it at a time. */
export type StoreState = {
  readonly environment: DiskAndClock
  readonly deviceId: string
  readonly readOnly: boolean
  /** Told of every acknowledged state; the freshness mark follows it and never leads. */
  readonly memory: Memory
  readonly unsaved: UnsavedChanges
  readonly tell: (event: StoreEvent) => void
  opened: OpenedVault
  /** A failed sync leaves a file of which nobody knows what the disk kept: nothing is added to it any more. */
  inDoubt: boolean
}

export const isReadOnly = ({ readOnly, opened }: StoreState): boolean => readOnly || opened.file.readOnly

export function mustWrite(state: StoreState): void {
  if (isReadOnly(state)) throw new VaultError('READ_ONLY')
}

/** Another reading of the file; only what it brings that was not there before is a change. */
export function goOn(
  state: StoreState,
  next: OpenedVault,
  by: 'file' | 'work',
  before: Clock = state.opened.folded.clock
): void {
  state.opened = next
  if (!state.readOnly) state.memory.rememberFound(next, next.file.path)
  if (isBehind(before, next.folded.clock)) state.tell({ is: 'changed', items: next.folded.size, by })
}
