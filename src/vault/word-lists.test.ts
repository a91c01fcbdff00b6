import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generatePassphrase } from '../core/generator/diceware.ts'
import type { WordListId } from '../core/generator/word-list.ts'
import { loadWordList, readList } from './word-lists.ts'

const FOLDER = join(import.meta.dirname, '../../wordlists')
const LISTS: readonly [WordListId, number, number][] = [
  ['eff-large', 5, 7776],
  ['eff-short-1', 4, 1296],
  ['eff-short-2', 4, 1296],
  ['de', 5, 7776]
]
const damaged = (list: WordListId) => expect.objectContaining({ code: 'WORD_LIST_DAMAGED', detail: { list } })

async function withFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'word-lists-'))
  await use(folder).finally(() => rm(folder, { recursive: true }))
}

describe('the word lists that come with the app', () => {
  test.each(LISTS)('%s is the pinned one, has %i dice a word and %i words', async (id, dice, words) => {
    const list = await loadWordList(id)
    expect([list.id, list.dicePerWord, list.words.length]).toEqual([id, dice, words])
    expect(await loadWordList(id)).toBe(list)
  })

  test.each(LISTS)('%s has the dice of each word in front of it', async (id, dice) => {
    const lines = (await readFile(join(FOLDER, `${id}.txt`), 'utf8')).trimEnd().split('\n')
    const { words } = await loadWordList(id)
    const expected = words.map(
      (word, index) => `${[...index.toString(6).padStart(dice, '0')].map((face) => Number(face) + 1).join('')}\t${word}`
    )
    expect(lines).toEqual(expected)
  })

  test('six words of the large list have 77.5 bits', async () => {
    const options = { list: 'eff-large', words: 6, separator: 'space', capitals: false, digit: false } as const
    const made = generatePassphrase(await loadWordList('eff-large'), options)
    expect(made.bits).toBeCloseTo(77.55, 2)
    expect(made.rolls.every((row) => row.length === 5)).toBe(true)
  })

  test('SOURCES.md names the SHA-256 of each', async () => {
    const sources = await readFile(join(FOLDER, 'SOURCES.md'), 'utf8')
    const { createHash } = await import('node:crypto')
    for (const [id] of LISTS) {
      const hash = createHash('sha256')
        .update(await readFile(join(FOLDER, `${id}.txt`)))
        .digest('hex')
      expect(sources).toContain(`\`${id}.txt\` | \`${hash}\``)
    }
  })
})

describe('a word list on the disk', () => {
  test('with one letter changed is refused', async () => {
    await withFolder(async (folder) => {
      const path = join(folder, 'eff-large.txt')
      await copyFile(join(FOLDER, 'eff-large.txt'), path)
      expect((await readList('eff-large', [folder])).words[0]).toBe('abacus')
      await writeFile(path, (await readFile(path, 'utf8')).replace('abacus', 'abacis'))
      await expect(readList('eff-large', [folder])).rejects.toThrow(damaged('eff-large'))
    })
  })

  test('in the place of another is refused', async () => {
    await withFolder(async (folder) => {
      await copyFile(join(FOLDER, 'eff-short-1.txt'), join(folder, 'eff-short-2.txt'))
      await expect(readList('eff-short-2', [folder])).rejects.toThrow(damaged('eff-short-2'))
    })
  })

  test('that is empty or missing is refused', async () => {
    await withFolder(async (folder) => {
      await expect(readList('de', [folder])).rejects.toThrow(damaged('de'))
      await writeFile(join(folder, 'de.txt'), '')
      await expect(readList('de', [folder])).rejects.toThrow(damaged('de'))
    })
  })
})
