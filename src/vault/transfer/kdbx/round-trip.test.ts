import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_KDF } from '../../../core/crypto/kdf-params.ts'
import type { DeriveForeign } from '../../kdf/foreign-argon2.ts'
import { anyText, arbitraryVault } from '../test-support/arbitrary-vault.ts'
import { comparable } from '../test-support/comparable.ts'
import { exported } from '../test-support/exported.ts'
import { importFile } from '../test-support/import-file.ts'
import type { TransferItem } from '../transfer-vault.ts'
import { kdbxExporter } from './kdbx-exporter.ts'
import { readKdbxHeader } from './kdbx-header.ts'
import { kdbxImporter } from './kdbx-importer.ts'
import { allEntries, openWithKdbxweb, textOf } from './test-support/kdbxweb.ts'
import { quickArgon2 } from '../test-support/quick-argon2.ts'

/** What the key is does not matter here, only that it is the same on both sides. */
const noArgon2: DeriveForeign = async (password) => Uint8Array.from(password)
const secrets = { password: 'pw' }

describe('a vault that goes out as KDBX and comes back', () => {
  test('is the same vault', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryVault(), async (vault) => {
        const { bytes, losses } = await exported(vault, kdbxExporter(secrets, { argon2: noArgon2 }))
        const read = await importFile(kdbxImporter, bytes, secrets, noArgon2)
        expect(comparable(read.vault)).toEqual(comparable(vault))
        expect(read.receipt).toMatchObject({ kept: 0, refused: 0 })
        // What other programs do not show of it is told all the same.
        const lost = new Map(losses.map(({ what, count }) => [what, count]))
        const fields = vault.items.flatMap((item) => item.fields)
        expect(lost.get('favorites') ?? 0).toBe(vault.items.filter(({ favorite }) => favorite).length)
        expect(lost.get('sections') ?? 0).toBe(fields.filter(({ section }) => section !== '').length)
        expect([lost.get('attachments'), lost.get('trashedItems')]).toEqual([undefined, undefined])
      }),
      { numRuns: 200 }
    )
  })

  test('opens with another implementation, which finds every value', async () => {
    const text = anyText.filter((drawn) => !/[\u0000-\u001f\ufffe\uffff]/.test(drawn))
    await fc.assert(
      fc.asyncProperty(arbitraryVault({ text }), async (vault) => {
        const { bytes } = await exported(vault, kdbxExporter(secrets, { argon2: quickArgon2, passes: 1 }))
        const entries = allEntries(await openWithKdbxweb(bytes, secrets))
        expect(entries).toHaveLength(vault.items.length)
        for (const item of vault.items) expect(entries.some((entry) => holdsAll(entry, item))).toBe(true)
      }),
      { numRuns: 3 }
    )
  }, 60_000)
})

test('a file of ours asks for as much work as our own vaults', async () => {
  const { bytes } = await exported({ items: [] }, kdbxExporter(secrets, { argon2: noArgon2 }))
  const params = { memoryKiB: 64 * 1024, passes: 12, lanes: 4, variant: 'id', version: 0x13 }
  expect(readKdbxHeader(bytes)).toMatchObject({ major: 4, cipher: 'aes', kdf: { kind: 'argon2', params } })
  expect(params.memoryKiB * params.passes).toBe(DEFAULT_KDF.memoryKiB * DEFAULT_KDF.passes)
})

function holdsAll(entry: ReturnType<typeof allEntries>[number], { title, fields, attachments }: TransferItem): boolean {
  const values = new Set([...entry.fields.values()].map(textOf))
  return (
    textOf(entry.fields.get('Title')) === title &&
    fields.every(({ kind, value }) => kind === 'otp' || kind === 'date' || values.has(value)) &&
    entry.binaries.size === attachments.length
  )
}
