import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseOneTimeSecret } from '../../../core/totp/one-time-code.ts'
import { arbitraryVault } from '../test-support/arbitrary-vault.ts'
import { comparable } from '../test-support/comparable.ts'
import { exported } from '../test-support/exported.ts'
import { importFile } from '../test-support/import-file.ts'
import type { TransferField, TransferItem, TransferVault } from '../transfer-vault.ts'
import { cxfExporter } from './cxf-exporter.ts'
import { cxfImporter } from './cxf-importer.ts'

/** The same secret has several texts. */
function sameCode(field: TransferField): TransferField {
  if (field.kind !== 'otp') return field
  const { key, ...rest } = parseOneTimeSecret(field.value)
  return { ...field, value: `${Buffer.from(key).toString('hex')} ${JSON.stringify(rest)}` }
}

/** What is left of an item by a format without trash, attachments and older values. */
function carried({ items }: TransferVault): TransferVault {
  const bare = (item: TransferItem): TransferItem => ({
    ...item,
    attachments: [],
    fields: item.fields.map((field) => sameCode({ ...field, history: [] }))
  })
  return { items: items.filter(({ trashedAt }) => trashedAt === null).map(bare) }
}

describe('a vault that goes out as CXF and comes back', () => {
  test('is the same but for what the losses say', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryVault(), async (vault) => {
        const { bytes, losses } = await exported(vault, cxfExporter)
        const read = await importFile(cxfImporter, bytes)
        expect(comparable(carried(read.vault))).toEqual(comparable(carried(vault)))
        expect(read.receipt).toMatchObject({ kept: 0, refused: 0 })
        const alive = vault.items.filter(({ trashedAt }) => trashedAt === null)
        const lost = Object.fromEntries(losses.map(({ what, count }) => [what, count]))
        const sum = (count: (item: TransferItem) => number) =>
          alive.reduce((total, item) => total + count(item), 0) || undefined
        expect(lost['trashedItems']).toBe(vault.items.length - alive.length || undefined)
        expect(lost['attachments']).toBe(sum(({ attachments }) => attachments.length))
        expect(lost['history']).toBe(sum(({ fields }) => fields.flatMap(({ history }) => history).length))
      }),
      { numRuns: 300 }
    )
  })
})
