import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyVault } from '../test-support/any-vault.ts'
import { exported, imported, textOf, utf8 } from '../test-support/exported.ts'
import { jsonImporter } from './read-json.ts'
import { writeJson } from './write-json.ts'

const EMPTY = '{"format":"coffer-transfer","version":1,"vault":"","exportedAt":0,"items":['
const read = async (text: string) => imported(jsonImporter, utf8(text))

describe('the documented JSON', () => {
  test('gives back exactly what was written, and the receipt counts every field as imported', async () => {
    await fc.assert(
      fc.asyncProperty(anyVault, async (vault) => {
        const { bytes, losses } = await exported(vault, writeJson)
        expect(losses).toEqual([])
        expect(jsonImporter.recognises({ name: '', bytes })).toBe(true)
        const again = await imported(jsonImporter, bytes)
        expect(again.vault).toEqual(vault)
        const { sourceItems, sourceFields, imported: count, lines } = again.receipt
        expect({ sourceItems, count, lines }).toEqual({
          sourceItems: vault.items.length,
          count: sourceFields,
          lines: []
        })
      }),
      { numRuns: 200 }
    )
  })

  test('has one item a line', async () => {
    const empty = { type: 'note', favorite: false, tags: [], createdAt: 1, changedAt: null, trashedAt: null }
    const items = ['a', 'b'].map((title) => ({ ...empty, title, fields: [], attachments: [] }))
    const { bytes } = await exported({ items }, writeJson)
    expect(textOf(bytes).split('\n')).toHaveLength(5)
    expect(JSON.parse(textOf(bytes))).toMatchObject({ format: 'coffer-transfer', version: 1, vault: 'Mine' })
  })

  test('of a newer version is refused as such', async () => {
    const text = EMPTY.replace('"version":1', '"version":2,"more":true')
    await expect(read(`${text}]}`)).rejects.toMatchObject({ code: 'IMPORT_REFUSED', detail: { reason: 'tooNew' } })
  })

  test.each([
    ['cut short', EMPTY, 'JSON'],
    ['with a member that it does not have', `${EMPTY}],"__proto__":{"x":1}}`, '?'],
    ['with an unknown member in an item', `${EMPTY}{"hunter2":1}]}`, 'items.0.type'],
    ['nested without end', `${EMPTY}${'['.repeat(200_000)}`, 'JSON']
  ])('%s is damaged, and the error repeats nothing of it', async (_, text, place) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'IMPORT_DAMAGED', detail: { place } })
  })

  test('refuses a repeated field id, half a character and what is not UTF-8', async () => {
    const item = (fields: string, title = '') =>
      `${EMPTY}{"type":"note","title":"${title}","favorite":false,"tags":[],"createdAt":null,"changedAt":null,"trashedAt":null,"fields":[${fields}],"attachments":[]}]}`
    const one = '{"id":"a","label":"","kind":"text","concealed":false,"section":"","value":"x","history":[]}'
    expect((await read(item(one))).vault.items).toHaveLength(1)
    const damaged = { code: 'IMPORT_DAMAGED' }
    await expect(read(item(`${one},${one}`))).rejects.toMatchObject(damaged)
    await expect(read(item(one, '\\ud800'))).rejects.toMatchObject(damaged)
    const bytes = utf8(item(one, 'zz'))
    bytes[bytes.indexOf(0x7a)] = 0xff
    await expect(imported(jsonImporter, bytes)).rejects.toMatchObject(damaged)
  })
})

test('the example of its document is one', async () => {
  const text = await readFile(join(import.meta.dirname, '../../../../docs/TRANSFER-JSON.md'), 'utf8')
  const [, example = ''] = text.split('## Example\n')
  const lines = example.split('\n').filter((line) => line.startsWith('    '))
  const { vault } = await read(lines.map((line) => line.slice(4)).join('\n'))
  expect(vault.items[0]).toMatchObject({ title: 'Router', tags: ['Home/Network'] })
})
