import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type * as Kdbxweb from 'kdbxweb'
import { concatBytes } from '../src/core/bytes.ts'
import { utf8Bytes } from '../src/core/vault/text.ts'
import { createEnvironment } from '../src/vault/environment.ts'
import type { DeriveForeign } from '../src/vault/kdf/foreign-argon2.ts'
import { createVault } from '../src/vault/create-vault.ts'
import { prepareImport } from '../src/vault/transfer/apply/import-into.ts'
import { createLossBook } from '../src/vault/transfer/exporter.ts'
import { kdbxExporter } from '../src/vault/transfer/kdbx/kdbx-exporter.ts'
import { readImport } from '../src/vault/transfer/read-import.ts'
import type { TransferItem } from '../src/vault/transfer/transfer-vault.ts'
import { atMost, interleave, ratio, type Row } from './measure.ts'
import { type SampleItem, sampleItems } from './sample-items.ts'
import { SAMPLE_PASSWORD } from './sample-vault.ts'

const COUNT = 10_000
const secrets = { password: 'pw' }
/** The same for both and for nothing: what a key costs to derive belongs to neither of them. */
const argon2: DeriveForeign = async (password) => Uint8Array.from(password)

/** What the importers need for 10,000 items: of KDBX to read them, against kdbxweb alone; of CSV until they are saved. */
export async function benchImport(folder: string): Promise<Row[]> {
  const items = sampleItems(COUNT)
  return [await benchKdbx(items), await benchCsv(items, folder)]
}

async function benchKdbx(items: readonly SampleItem[]): Promise<Row> {
  const bytes = await kdbxOf(items)
  const [ours, theirs] = await interleave(
    [
      { name: 'ours', run: async () => expectAll((await readKdbx(bytes)).length) },
      { name: 'kdbxweb', run: async () => expectAll(await countWithKdbxweb(bytes)) }
    ],
    7
  )
  const [mine, other] = [ours?.median ?? Number.NaN, theirs?.median ?? Number.NaN]
  const what = `import 10,000 entries of KDBX, against kdbxweb parsing them (${mine.toFixed(0)} ms : ${other.toFixed(0)} ms)`
  return ratio(mine / other, 1.5, what)
}

async function readKdbx(bytes: Uint8Array): Promise<readonly TransferItem[]> {
  const { vault } = await readImport({ name: 'a.kdbx', bytes }, { secrets, argon2 })
  return vault.items
}

async function countWithKdbxweb(bytes: Uint8Array): Promise<number> {
  // It comes as CommonJS.
  const { CryptoEngine, Credentials, Kdbx, ProtectedValue } = createRequire(import.meta.url)(
    'kdbxweb'
  ) as typeof Kdbxweb
  CryptoEngine.setArgon2Impl(async (password) => Uint8Array.from(new Uint8Array(password)).buffer)
  const credentials = new Credentials(ProtectedValue.fromString(secrets.password))
  const opened = await Kdbx.load(Uint8Array.from(bytes).buffer, credentials)
  return [...opened.getDefaultGroup().allEntries()].length
}

async function kdbxOf(items: readonly SampleItem[]): Promise<Uint8Array> {
  async function* all() {
    yield* items.map(transferItem)
  }
  const work = { book: createLossBook(), signal: new AbortController().signal, vaultName: 'Sample', now: Date.now() }
  const pieces: Uint8Array[] = []
  for await (const piece of kdbxExporter(secrets, { argon2 })(all(), work)) pieces.push(piece)
  return concatBytes(...pieces)
}

function transferItem({ title, username, url, password, notes, tags }: SampleItem): TransferItem {
  const field = (id: string, kind: 'text' | 'password' | 'url' | 'multiline', value: string) => {
    const concealed = kind === 'password'
    return { id, label: `field.${id}`, kind, concealed, section: '', value, history: [] }
  }
  return {
    type: 'login',
    title,
    favorite: false,
    tags,
    createdAt: 1_600_000_000_000,
    changedAt: 1_700_000_000_000,
    trashedAt: null,
    fields: [
      field('username', 'text', username),
      field('password', 'password', password),
      field('url', 'url', url),
      field('notes', 'multiline', notes)
    ],
    attachments: []
  }
}

/** As the window does it, each time into a vault of its own: read, compared with what is there, saved and synced. */
async function benchCsv(items: readonly SampleItem[], folder: string): Promise<Row> {
  const lines = items.map(({ title, url, username, password, notes }) =>
    [title, url, username, password, notes].map((cell) => `"${cell}"`).join(',')
  )
  const bytes = utf8Bytes(`name,url,username,password,note\n${lines.join('\n')}\n`)
  await mkdir(join(folder, 'imports'), { recursive: true })
  const environment = createEnvironment({ appFolder: join(folder, 'imports', 'app') })
  const runs: { readonly wall: number; readonly processor: number }[] = []
  for (let round = 0; round < 4; round++) {
    const path = join(folder, 'imports', `${round}.coffer`)
    const { session } = await createVault(environment, { path, name: 'Sample', masterPassword: SAMPLE_PASSWORD })
    globalThis.gc?.()
    const [begun, used] = [performance.now(), process.cpuUsage()]
    const work = { signal: new AbortController().signal, report: () => {} }
    const prepared = await prepareImport(session.store.opened(), await readImport({ name: 'a.csv', bytes }), work)
    await prepared.save((build, reads, chunks) => session.store.save(build, reads, chunks))
    const { user, system } = process.cpuUsage(used)
    runs.push({ wall: performance.now() - begun, processor: (user + system) / 1000 })
    expectAll(session.view().items)
    await session.lock()
  }
  await environment.close()
  // The best one: on a machine that others use too, the clock on the wall measures them.
  const { wall, processor } = runs.reduce((best, next) => (next.wall < best.wall ? next : best))
  const what = `import 10,000 rows of CSV: read, compared with the vault, saved (${processor.toFixed(0)} ms of the processor)`
  return atMost(wall, 2000, 'ms', what)
}

function expectAll(count: number): void {
  if (count !== COUNT) throw new Error(`${count} items instead of ${COUNT}`)
}
