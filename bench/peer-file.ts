import { writeFile } from 'node:fs/promises'
import { foreignArgon2 } from '../src/vault/kdf/foreign-argon2.ts'
import { createLossBook } from '../src/vault/transfer/exporter.ts'
import { createPace } from '../src/vault/transfer/pace.ts'
import type { TransferField, TransferItem } from '../src/vault/transfer/transfer-vault.ts'
import { writeKdbx } from '../src/vault/transfer/kdbx/write-kdbx.ts'
import { binaryPool, writeKeePassXml } from '../src/vault/transfer/kdbx/write-keepass-xml.ts'
import { writtenEntry } from '../src/vault/transfer/kdbx/written-entry.ts'
import { type SampleItem, sampleItems } from './sample-items.ts'
import { SAMPLE_PASSWORD } from './sample-vault.ts'

/** The least that KeePassXC takes. */
export const LEAST_ARGON2 = { memoryKiB: 8, passes: 1, lanes: 1 }

const NOW = 1_764_064_000_000

/** The items of the sample vault as KDBX 4, for the other programs. */
export async function writeSampleKdbx(path: string, count: number): Promise<void> {
  const signal = new AbortController().signal
  const work = { book: createLossBook(), signal, vaultName: 'Sample', now: NOW }
  const entries = sampleItems(count).map((item) => ({
    ...writtenEntry(transferItem(item), work),
    // An entry that KeePassXC made has none of ours: reading it must not be held against it.
    customData: new Map<string, string>()
  }))
  const content = writeKdbx(
    { password: SAMPLE_PASSWORD },
    async (mask) => {
      const pool = binaryPool()
      const pace = createPace({ signal, report: () => {} })
      const document = { name: 'Sample', entries, now: NOW }
      return { xml: await writeKeePassXml(document, { mask, pool, pace }), binaries: pool.contents }
    },
    { argon2: foreignArgon2(), numbers: LEAST_ARGON2, signal }
  )
  await writeFile(path, content)
}

function transferItem({ title, username, password, url, notes, tags }: SampleItem): TransferItem {
  const fields = [
    field('username', username, 'text'),
    field('password', password, 'password'),
    field('url', url, 'url'),
    field('notes', notes, 'multiline')
  ]
  return {
    type: 'login',
    title,
    favorite: false,
    tags,
    createdAt: 1_700_000_000_000,
    changedAt: 1_700_000_000_000,
    trashedAt: null,
    fields: fields.filter(({ value }) => value !== ''),
    attachments: []
  }
}

function field(id: string, value: string, kind: TransferField['kind']): TransferField {
  return { id, label: `field.${id}`, kind, concealed: kind === 'password', section: '', value, history: [] }
}
