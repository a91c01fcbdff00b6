import type { Change } from '../core/vault/change.ts'
import { greatestStamp as greatestOf } from '../core/vault/clock.ts'
import type { FoldedVault } from '../core/vault/fold.ts'
import { type Stamp, stampDevice } from '../core/vault/stamp.ts'
import type { Chunk } from './storage/chunk-body.ts'

/** Saves that the disk did not take: kept as they were made, to be written later, here or elsewhere. */
export type UnsavedChanges = {
  /** `name` says what was being saved; saving the same again makes the earlier try needless. */
  readonly keep: (name: string, changes: readonly Change[], pieces?: readonly Chunk[]) => void
  readonly drop: (name: string) => void
  readonly clear: () => void
  readonly count: () => number
  /** Those that the vault has not after all: a save that failed may have reached the disk. `but` is left out. */
  readonly lackedBy: (folded: FoldedVault, but?: string | null) => readonly Change[]
  /** The pieces of attachments that those name. */
  readonly piecesLackedBy: (folded: FoldedVault, but?: string | null) => readonly Chunk[]
  /** Whether the bytes of this attachment are among them. */
  readonly holds: (attachment: string) => boolean
  /** Bytes of all pieces that are kept, in memory. */
  readonly pieceBytes: () => number
  /** A stamp that is greater than all of the vault's and of these. */
  readonly greatestStamp: (folded: FoldedVault) => Stamp | null
}

type Kept = { readonly changes: readonly Change[]; readonly pieces: readonly Chunk[] }

export function createUnsavedChanges(): UnsavedChanges {
  const kept = new Map<string, Kept>()

  const lacking = ({ clock }: FoldedVault, but?: string | null): readonly Kept[] =>
    [...kept].flatMap(([name, { changes, pieces }]) => {
      const lacked = name === but ? [] : changes.filter(({ at }) => (clock[stampDevice(at)] ?? '') < at)
      return lacked.length === 0 ? [] : [{ changes: lacked, pieces }]
    })

  return {
    keep: (name, changes, pieces = []) => void kept.set(name, { changes, pieces }),
    drop: (name) => void kept.delete(name),
    clear: () => kept.clear(),
    count: () => kept.size,
    lackedBy: (folded, but) => lacking(folded, but).flatMap(({ changes }) => changes),
    piecesLackedBy: (folded, but) => lacking(folded, but).flatMap(({ pieces }) => pieces),
    holds: (id) => [...kept.values()].some(({ pieces }) => pieces.some(({ attachment }) => attachment === id)),
    pieceBytes: () =>
      [...kept.values()].flatMap(({ pieces }) => pieces).reduce((sum, { bytes }) => sum + bytes.length, 0),
    greatestStamp({ clock }) {
      const stamps = [...kept.values()].flatMap(({ changes }) => changes).map(({ at }) => [at, at] as const)
      return greatestOf({ ...clock, ...Object.fromEntries(stamps) })
    }
  }
}
