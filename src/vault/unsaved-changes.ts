import type { Change } from '../core/vault/change.ts'
import { greatestStamp as greatestOf } from '../core/vault/clock.ts'
import type { FoldedVault } from '../core/vault/fold.ts'
import { type Stamp, stampDevice } from '../core/vault/stamp.ts'

/** Saves that the disk did not take: kept as they were made, to be written later, here or elsewhere. */
export type UnsavedChanges = {
  /** `name` says what was being saved; saving the same again makes the earlier try needless. */
  readonly keep: (name: string, changes: readonly Change[]) => void
  readonly drop: (name: string) => void
  readonly clear: () => void
  readonly count: () => number
  /** Those that the vault has not after all: a save that failed may have reached the disk. `but` is left out. */
  readonly lackedBy: (folded: FoldedVault, but?: string | null) => readonly Change[]
  /** A stamp that is greater than all of the vault's and of these. */
  readonly greatestStamp: (folded: FoldedVault) => Stamp | null
}

export function createUnsavedChanges(): UnsavedChanges {
  const kept = new Map<string, readonly Change[]>()
  return {
    keep: (name, changes) => void kept.set(name, changes),
    drop: (name) => void kept.delete(name),
    clear: () => kept.clear(),
    count: () => kept.size,
    lackedBy(folded, but) {
      const { clock } = folded
      const others = [...kept].filter(([name]) => name !== but).flatMap(([, changes]) => changes)
      return others.filter(({ at }) => (clock[stampDevice(at)] ?? '') < at)
    },
    greatestStamp({ clock }) {
      const stamps = [...kept.values()].flat().map(({ at }) => [at, at] as const)
      return greatestOf({ ...clock, ...Object.fromEntries(stamps) })
    }
  }
}
