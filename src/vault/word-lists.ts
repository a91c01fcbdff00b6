import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { VaultError } from '../core/errors.ts'
import { parseWordList, type WordList, type WordListId } from '../core/generator/word-list.ts'

// Two folders up from src/vault, out/main and out/cli; three from a chunk that the bundler split off.
const HERE = dirname(fileURLToPath(import.meta.url))
const FOLDERS = [join(HERE, '../../wordlists'), join(HERE, '../../../wordlists')]

const loaded = new Map<WordListId, Promise<WordList>>()

/** A list from wordlists/, read and checked once. WORD_LIST_DAMAGED when it is absent or not the one that was pinned. */
export function loadWordList(id: WordListId): Promise<WordList> {
  const known = loaded.get(id)
  if (known !== undefined) return known
  const list = readList(id, FOLDERS)
  loaded.set(id, list)
  // A failure is not remembered: the file may be put right while the app runs.
  list.catch(() => loaded.delete(id))
  return list
}

/** The list of the first of these folders that has one. */
export async function readList(id: WordListId, folders: readonly string[]): Promise<WordList> {
  const files = await Promise.all(folders.map((folder) => readFile(join(folder, `${id}.txt`)).catch(() => null)))
  const bytes = files.find((file) => file !== null)
  if (!bytes) throw new VaultError('WORD_LIST_DAMAGED', { list: id })
  return parseWordList(id, bytes)
}
