import { expect, test } from 'vitest'
import { exportVault } from '../test-support/export-vault.ts'
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
  const { bytes } = await exportVault(kdbxExporter(secrets, { argon2: quickArgon2, passes: 1 }), { items })
  const theirs = await timed(async () =>
    expect(allEntries(await openWithKdbxweb(bytes, secrets))).toHaveLength(ENTRIES)
  )
  const ours = await timed(async () =>
    expect((await readImport({ name: '', bytes }, options)).vault.items).toHaveLength(ENTRIES)
  )
  if (ENTRIES >= 10_000) console.log(`${ENTRIES} entries: ${Math.round(ours)} ms, kdbxweb ${Math.round(theirs)} ms`)
  expect(ours).toBeLessThan(1.5 * theirs)
}, 120_000)

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
