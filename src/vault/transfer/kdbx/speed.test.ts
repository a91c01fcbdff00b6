import { expect, test } from 'vitest'
import { exported } from '../test-support/exported.ts'
import { readImport } from '../read-import.ts'
import { quickArgon2 } from '../test-support/quick-argon2.ts'
import type { TransferItem } from '../transfer-vault.ts'
import { kdbxExporter } from './kdbx-exporter.ts'
import { kdbxImporter } from './kdbx-importer.ts'
import { allEntries, openWithKdbxweb } from './test-support/kdbxweb.ts'

const ENTRIES = Number(process.env['COFFER_KDBX_ENTRIES'] ?? 1000)
const secrets = { password: 'pw' }
const options = { importer: kdbxImporter, secrets, argon2: quickArgon2 }

const field = (id: string, value: string) => ({
  id,
  label: `field.${id}`,
  kind: 'text' as const,
  concealed: id === 'password',
  section: '',
  value,
  history: []
})
const items = Array.from(
  { length: ENTRIES },
  (_, index): TransferItem => ({
    type: 'login',
    title: `Site ${index}`,
    favorite: false,
    tags: [`Group ${index % 50}`],
    createdAt: 1_600_000_000_000,
    changedAt: 1_700_000_000_000,
    trashedAt: null,
    fields: [
      field('username', `user${index}`),
      field('password', `p${index * 7919}`),
      field('url', `https://site${index}.example`),
      field('notes', 'some text\n'.repeat(5))
    ],
    attachments: []
  })
)

test('importing takes no longer than half as much again as another implementation needs to parse', async () => {
  const { bytes } = await exported({ items }, kdbxExporter(secrets, { argon2: quickArgon2, passes: 1 }))
  const theirs: number[] = []
  const ours: number[] = []
  const isFast = (): boolean => Math.min(...ours) < 1.5 * Math.min(...theirs)
  // The best of each: what else the machine does at a time is not ours, and only makes either of them slower.
  for (let round = 0; round < 3 || (round < 12 && !isFast()); round++) {
    theirs.push(
      await timed(async () => expect(allEntries(await openWithKdbxweb(bytes, secrets))).toHaveLength(ENTRIES))
    )
    ours.push(await timed(async () => expect(await importedCount(bytes)).toBe(ENTRIES)))
  }
  if (ENTRIES >= 10_000) console.log(`${ENTRIES} entries: ${Math.min(...ours)} ms, kdbxweb ${Math.min(...theirs)} ms`)
  expect(isFast()).toBe(true)
}, 120_000)

async function importedCount(bytes: Uint8Array): Promise<number> {
  const { vault } = await readImport({ name: '', bytes }, options)
  return vault.items.length
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
