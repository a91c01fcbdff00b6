import { equalBytes } from '../../core/bytes.ts'
import type { VaultKeys } from '../../core/crypto/key-derivation.ts'
import { VaultError } from '../../core/errors.ts'
import { FRAME } from '../../core/format/frame.ts'
import { type Head, isAuthentic } from '../../core/format/header.ts'
import { type CommittedFrame, readLog } from '../../core/format/log.ts'
import type { LogSource } from '../../core/format/log-reader.ts'
import { decodeDetails, decodeLines, type Line, VAULT_ITEM } from '../../core/vault/change.ts'
import { decodeCheckpoint } from '../../core/vault/checkpoint.ts'
import { type Columns, rowCount } from '../../core/vault/columns.ts'
import { ID_LENGTH, readItemId } from '../../core/vault/item-id.ts'
import { checkMore, namesOf } from '../../core/vault/more-columns.ts'
import { decodeChunk } from './chunk-body.ts'
import { fileSource } from './file-source.ts'
import { atFrame } from './frame-at.ts'
import { frameScope } from './frame-scope.ts'
import { headOf } from './read-head.ts'
import type { VaultFs } from './vault-fs.ts'

export type WrittenSnapshot = {
  readonly items: number
  readonly changes: number
  readonly frames: number
  readonly bytes: number
}

/**
 * Reads a file that was just written as opening it will, except that it keeps item ids and no items: authentic from head
 * to checkpoint, every body readable, as many items and changes as the checkpoint says. IO when the disk did not keep it.
 */
export async function checkSnapshot(
  fs: VaultFs,
  path: string,
  head: Head,
  keys: VaultKeys,
  expected: WrittenSnapshot
): Promise<void> {
  const file = await fs.open(path, 'r')
  try {
    await checkSource(await fileSource(file), head, keys, expected)
  } catch (error) {
    if (!(error instanceof VaultError) || !NOT_WHAT_WAS_WRITTEN.has(error.code)) throw error
    // The user's own vault is whole: it is the copy that is not, and it never gets the vault's name.
    throw new VaultError('IO', { ...error.detail, errno: 'READ_BACK' }, { cause: error })
  } finally {
    await file.close()
  }
}

const NOT_WHAT_WAS_WRITTEN: ReadonlySet<string> = new Set([
  'VAULT_DAMAGED',
  'NOT_A_VAULT',
  'VAULT_TOO_NEW',
  'KDF_REFUSED'
])

async function checkSource(source: LogSource, head: Head, keys: VaultKeys, expected: WrittenSnapshot): Promise<void> {
  const { bytes } = await headOf(source)
  if (!equalBytes(bytes, head.bytes) || !isAuthentic(head, keys.header)) throw new VaultError('VAULT_DAMAGED')
  const seen: Seen = { ids: new Set(), group: new Set(), more: [], changes: 0 }
  const end = await readLog(source, bytes.length, frameScope(head, keys), head.mac, {
    wants: () => true,
    commit: (frames) => {
      for (const frame of frames) atFrame(frame.place, () => checkFrame(seen, frame))
    }
  })
  const isWhole = end.tail === null && !end.tooNew && end.frames === expected.frames && source.size === expected.bytes
  const isComplete = seen.ids.size === expected.items && seen.changes === expected.changes
  if (!isWhole || !isComplete) throw new VaultError('VAULT_DAMAGED')
}

/**
 * `group` holds the ids of the last kind 4 frame: details of any other item could not be opened later. `more` are its
 * columns of which a frame of kind 6 has to say the rest.
 */
type Seen = { readonly ids: Set<string>; group: Set<string>; more: readonly Columns[]; changes: number }

function checkFrame(seen: Seen, { place, body }: CommittedFrame): void {
  const isRest = place.kind === FRAME.moreColumns
  // Everything was to be opened: what was not has not been checked.
  if (body === null || seen.more.length > 0 !== isRest) throw new VaultError('VAULT_DAMAGED')
  if (isRest) checkRest(seen, body)
  else if (place.kind === FRAME.moreChanges) checkGroup(seen, body)
  else if (place.kind === FRAME.details) checkDetails(seen, body)
  else if (place.kind === FRAME.chunk) decodeChunk(body)
  else checkCounts(seen, body)
}

function checkGroup(seen: Seen, body: Uint8Array): void {
  const lines = decodeLines(body)
  seen.group = new Set(lines.flatMap(itemsOf))
  seen.more = lines.flatMap((line) => ('columns' in line && line.columns.more ? [line.columns] : []))
  seen.changes += lines.reduce((sum, line) => sum + ('columns' in line ? rowCount(line.columns) : 1), 0)
  for (const item of seen.group) seen.ids.add(item)
}

function itemsOf(line: Line): readonly string[] {
  if ('change' in line) return line.change.item === VAULT_ITEM ? [] : [line.change.item]
  const { ids } = line.columns
  return Array.from({ length: rowCount(line.columns) }, (_, row) => readItemId(ids, row * ID_LENGTH))
}

function checkRest(seen: Seen, body: Uint8Array): void {
  const lines = decodeLines(body)
  if (lines.length !== seen.more.length) throw new VaultError('VAULT_DAMAGED')
  for (const [index, line] of lines.entries()) {
    const lead = seen.more[index]
    if (!('columns' in line) || lead === undefined) throw new VaultError('VAULT_DAMAGED')
    checkMore(line.columns, lead, namesOf(lead))
  }
  seen.more = []
}

function checkDetails({ group }: Seen, body: Uint8Array): void {
  if (!decodeDetails(body).every(({ item }) => group.has(item))) throw new VaultError('VAULT_DAMAGED')
}

function checkCounts({ ids, changes }: Seen, body: Uint8Array): void {
  const checkpoint = decodeCheckpoint(body)
  if (checkpoint.items !== ids.size || checkpoint.changes !== changes) throw new VaultError('VAULT_DAMAGED')
}
