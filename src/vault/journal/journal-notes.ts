import { join } from 'node:path'
import * as v from 'valibot'
import { VaultError } from '../../core/errors.ts'
import { randomBytes } from '../../core/random.ts'
import { VAULT_ITEM } from '../../core/vault/change.ts'
import { type ConcealedScope, isSealed, openValue, sealValue } from '../../core/vault/concealed.ts'
import { JOURNAL } from '../../core/vault/journal.ts'
import type { Json } from '../../core/vault/json.ts'
import { utf8Bytes } from '../../core/vault/text.ts'
import { readSmallFile, replaceWithBytes } from '../storage/atomic-write.ts'
import { jsonBytes, parseJsonFile } from '../storage/json-file.ts'
import type { VaultFs } from '../storage/vault-fs.ts'
import type { Waiting } from './journal-changes.ts'

/**
 * Entries that a program could not put into the vault, because another one has it open: files of this device, sealed
 * under the vault's own key, which the next program that may write takes in. docs/FORMAT.md, "Journal".
 */
export type JournalNotes = {
  keep(waiting: readonly Waiting[]): Promise<void>
  /** Those that open under the vault's key, with their files; nothing in one that never will. */
  read(): Promise<readonly Note[]>
  /** Once what they hold is in the vault. */
  drop(notes: readonly Note[]): Promise<void>
}

export type Note = { readonly path: string; readonly waiting: readonly Waiting[] }
type Place = { readonly fs: VaultFs; readonly appFolder: string }

/** More than a day of a program that asks every minute; beyond them nothing is kept. */
const MOST_NOTES = 2000
const MOST_BYTES = 64 * 1024
/** Of entries as JSON in one note: sealed and in base64 they stay well below what is read. */
const MOST_TEXT = 16 * 1024
const NAME = /^[0-9a-f]{16}\.json$/

const stamp = v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/))
const noteFile = v.strictObject({ format: v.literal(1), keyEpoch: v.number(), at: stamp, sealed: v.string() })
const noteText = v.array(v.strictObject({ id: stamp, value: v.record(v.string(), v.unknown()) }))

export function journalNotes({ fs, appFolder }: Place, scope: () => ConcealedScope): JournalNotes {
  const folder = (): string => join(appFolder, 'journal', hex(scope().vaultId))

  return {
    async keep(waiting) {
      if (waiting.length === 0) return
      await fs.mkdir(folder())
      let room = MOST_NOTES - (await noteNames(fs, folder())).length
      for (const entries of inNotes(waiting)) {
        if (room-- <= 0) throw new VaultError('NO_SPACE')
        const path = join(folder(), `${hex(randomBytes(8))}.json`)
        await replaceWithBytes(fs, { path, replace: false }, noteBytes(scope(), entries))
      }
    },
    async read() {
      const notes: Note[] = []
      for (const name of await noteNames(fs, folder())) {
        const path = join(folder(), name)
        const waiting = await readNote(fs, path, scope())
        if (waiting !== null) notes.push({ path, waiting })
      }
      return notes
    },
    async drop(notes) {
      for (const { path } of notes) await fs.unlink(path).catch(() => {})
    }
  }
}

async function noteNames(fs: VaultFs, folder: string): Promise<readonly string[]> {
  const names = await fs.readdir(folder).catch(() => [])
  return names.filter((name) => NAME.test(name)).slice(0, MOST_NOTES)
}

type Entries = readonly [Waiting, ...Waiting[]]

/** A note that is longer than what is read would never be taken in. */
function inNotes(waiting: readonly Waiting[]): readonly Entries[] {
  const notes: [Waiting, ...Waiting[]][] = []
  let room = 0
  for (const entry of waiting) {
    const length = JSON.stringify(entry).length
    const last = notes.at(-1)
    if (last === undefined || length > room) {
      notes.push([entry])
      room = MOST_TEXT - length
    } else {
      last.push(entry)
      room -= length
    }
  }
  return notes
}

function noteBytes(scope: ConcealedScope, waiting: Entries): Uint8Array {
  const at = waiting[0].id
  const sealed = sealValue(scope, { item: VAULT_ITEM, at, name: JOURNAL + at }, JSON.stringify(waiting))
  return jsonBytes({ format: 1, keyEpoch: scope.keyEpoch, at, ...(isSealed(sealed) ? sealed : {}) })
}

/** Null for a note that may be read another time: by the disk, or under keys that are newer than ours. */
async function readNote(fs: VaultFs, path: string, scope: ConcealedScope): Promise<readonly Waiting[] | null> {
  const bytes = await readSmallFile(fs, path, MOST_BYTES).catch(() => null)
  if (bytes === null) return null
  const note = parseJsonFile(noteFile, bytes)
  if (note === null) return []
  const text = opened(scope, note)
  // What was sealed under keys that are gone nobody will ever read.
  if (text === null) return note.keyEpoch < scope.keyEpoch ? [] : null
  const parsed = parseJsonFile(noteText, utf8Bytes(text))
  // It was written by us as JSON, and read as such.
  return parsed === null ? [] : parsed.map(({ id, value }) => ({ id, value: value as Json }))
}

function opened(scope: ConcealedScope, { at, sealed }: v.InferOutput<typeof noteFile>): string | null {
  try {
    return openValue(scope, { item: VAULT_ITEM, at, name: JOURNAL + at }, { sealed })
  } catch {
    return null
  }
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
