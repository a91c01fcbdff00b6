import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PASSWORD } from '../../test-support/quick-environment.ts'
import { prepareImport } from '../apply/import-into.ts'
import { gatherVault } from '../gather.ts'
import type { ImportWork } from '../importer.ts'
import { type ReadImport, readImport } from '../read-import.ts'
import { createReceiptBook } from '../receipt.ts'
import { arbitraryVault } from '../test-support/arbitrary-vault.ts'
import { comparable } from '../test-support/comparable.ts'
import { attach, type QuickVault, quickVault } from '../test-support/quick-vault.ts'
import type { TransferItem, TransferVault } from '../transfer-vault.ts'

const argon2: ImportWork['argon2'] = async (password, { salt }) =>
  new Uint8Array(createHash('sha256').update(password).update(salt).digest())

async function bring({ session }: QuickVault, read: ReadImport): Promise<void> {
  const work = { signal: new AbortController().signal, report: () => {} }
  const prepared = await prepareImport(session.store.opened(), read, work)
  await prepared.save((build, reads, chunks) => session.store.save(build, reads, chunks))
}

const held = async ({ session }: QuickVault): Promise<TransferVault> =>
  (await gatherVault(session.store.opened())).vault

async function fileOf({ session }: QuickVault): Promise<ReadImport> {
  const bytes = new Uint8Array(await readFile(session.store.opened().file.path))
  return readImport({ name: 'x', bytes }, { argon2, secrets: { password: PASSWORD } })
}

/** The trash of another program begins anew in ours, and no time is still to come. */
const lasting = ({ items }: TransferVault): TransferVault => ({
  items: items.map(
    (item): TransferItem => ({ ...item, changedAt: null, trashedAt: item.trashedAt === null ? null : 1 })
  )
})

describe('a vault of ours that comes in as a file', () => {
  test('is what it was there, and is it again in another vault, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryVault(), async (vault) => {
        const one = await quickVault()
        await bring(one, { format: 'test', vault, receipt: createReceiptBook().receipt() })
        const read = await fileOf(one)
        expect(read.vault.items).toHaveLength(vault.items.length)
        expect(comparable(read.vault)).toEqual(comparable(await held(one)))
        expect(read.receipt).toMatchObject({ kept: 0, refused: 0, imported: read.receipt.sourceFields, lines: [] })
        const other = await quickVault('Other')
        await bring(other, read)
        expect(comparable(lasting(await held(other)))).toEqual(comparable(lasting(await held(one))))
      }),
      { numRuns: 25 }
    )
  })

  test('has a line in the receipt for each attachment that is damaged there, and for nothing else', async () => {
    const vault = await quickVault()
    const { id } = await vault.session.create('note', { title: 'Deed', fields: [] })
    const bytes = new TextEncoder().encode('whole')
    await attach(vault, id, { name: 'good.txt', bytes })
    await attach(vault, id, { name: 'lost.txt', bytes, stored: null })
    const { vault: read, receipt } = await fileOf(vault)
    expect(read.items[0]?.attachments.map(({ name }) => name)).toEqual(['good.txt'])
    expect(receipt.lines).toEqual([{ item: 'Deed', field: 'lost.txt', fate: 'refused', reason: 'missingFile' }])
    expect(receipt.imported + receipt.refused).toBe(receipt.sourceFields)
  })
})
