import { VaultError, type VaultErrorCode } from '../core/errors.ts'
import { type Change, VAULT_ITEM } from '../core/vault/change.ts'
import { isObject } from '../core/vault/json.ts'
import type { OpenedVault } from './opened-vault.ts'
import type { Chunks } from './storage/append-save.ts'
import type { Chunk } from './storage/chunk-body.ts'

/** What somebody was typing when the disk refused; a later draft, or that there is none, takes its place. */
export const DRAFT = 'draft'

/**
 * What is being saved, so that saving it again takes the place of the first try. New items are one thing in the making:
 * trying again makes them under other ids. Of the vault's own properties only a draft is somebody's work.
 */
export function nameOf(changes: readonly Change[], reads: readonly string[], { folded }: OpenedVault): string | null {
  const ofItems = changes.filter(({ item }) => item !== VAULT_ITEM)
  if (ofItems.length === 0) return changes.every(isOfDraft) ? DRAFT : null
  if (ofItems.some(({ item }) => !folded.has(item) && !folded.isPurged(item))) return 'new'
  // A file that is attached says nothing of the fields that were typed: an edit that waits must not be dropped for it.
  if (reads.length > 0 && !ofItems.every(isOfFiles)) return editOf(reads)
  const file = attachedFile(ofItems)
  if (file !== null) return file
  return ofItems.map(({ item, set }) => `${item} ${Object.keys(set).join(' ')}`).join(' ')
}

/** Attaching the same file to the same item again makes another field; it is the same all the same. */
function attachedFile([first, ...others]: readonly Change[]): string | null {
  if (first === undefined || others.length > 0) return null
  const files = Object.values(first.set).flatMap((value) =>
    isObject(value) && typeof value['sha256'] === 'string' ? [JSON.stringify([value['name'], value['sha256']])] : []
  )
  return files.length === 0 ? null : `attach ${first.item} ${files.join(' ')}`
}

const isOfDraft = ({ set }: Change): boolean => {
  const names = Object.keys(set)
  return names.length > 0 && names.every((name) => name.startsWith('draft:'))
}

const isOfFiles = ({ set }: Change): boolean =>
  Object.keys(set).every((name) => /^(field|value):attachment-/.test(name))

export const editOf = (reads: readonly string[]): string => `edit ${reads.join(' ')}`

export type Pieces = AsyncIterable<Chunk> & { readonly begun: () => boolean }

/** Files in memory that wait for a disk; what is larger is still where it came from. */
const MOST_KEPT = 64 * 2 ** 20

/** The pieces to keep with a save that failed. Null: they cannot be had again, or are too much, and nothing is kept. */
export function piecesToKeep(chunks: Chunks | undefined, keptBytes: number): readonly Chunk[] | null {
  if (chunks === undefined) return []
  const { whole } = chunks
  if (whole === undefined) return null
  return whole.reduce((sum, { bytes }) => sum + bytes.length, keptBytes) > MOST_KEPT ? null : whole
}

/** What waits goes before what is being saved now. */
export async function* behind(waiting: readonly Chunk[], chunks: AsyncIterable<Chunk> | undefined) {
  yield* waiting
  if (chunks !== undefined) yield* chunks
}

/** Pieces come from a stream, which cannot be read a second time. */
export function onceOnly(chunks: AsyncIterable<Chunk>): Pieces {
  let begun = false
  return {
    begun: () => begun,
    async *[Symbol.asyncIterator]() {
      begun = true
      yield* chunks
    }
  }
}

/** These say that what was asked for cannot be; all others that the disk, or what is on it, did not let it. */
const REFUSALS: ReadonlySet<VaultErrorCode> = new Set([
  'TOO_LARGE',
  'BAD_REQUEST',
  'STALE',
  'ITEM_NOT_FOUND',
  'FIELD_NOT_FOUND',
  'CANCELLED',
  'CLOCK_OUT_OF_RANGE',
  'SOURCE_CHANGED'
])

export const isOfDisk = (error: unknown): boolean => error instanceof VaultError && !REFUSALS.has(error.code)
