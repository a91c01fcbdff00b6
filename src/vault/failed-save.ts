import { VaultError, type VaultErrorCode } from '../core/errors.ts'
import { type Change, VAULT_ITEM } from '../core/vault/change.ts'
import type { OpenedVault } from './opened-vault.ts'
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
  return ofItems.map(({ item, set }) => `${item} ${Object.keys(set).join(' ')}`).join(' ')
}

const isOfDraft = ({ set }: Change): boolean => Object.keys(set).every((name) => name.startsWith('draft:'))

const isOfFiles = ({ set }: Change): boolean =>
  Object.keys(set).every((name) => /^(field|value):attachment-/.test(name))

export const editOf = (reads: readonly string[]): string => `edit ${reads.join(' ')}`

export type Pieces = AsyncIterable<Chunk> & { readonly begun: () => boolean }

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
  'CLOCK_OUT_OF_RANGE'
])

export const isOfDisk = (error: unknown): boolean => error instanceof VaultError && !REFUSALS.has(error.code)
