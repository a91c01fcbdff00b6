import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type * as Kdbxweb from 'kdbxweb'
import { SecretBytes } from '../src/core/crypto/secret-bytes.ts'
import { createEnvironment } from '../src/vault/environment.ts'
import { loadNative } from '../src/vault/kdf/native.ts'
import { wasmArgon2 } from '../src/vault/kdf/wasm.ts'
import { openVault } from '../src/vault/open-vault.ts'
import type { FieldEdit, FieldKind } from '../src/shared/item-views.ts'
import { NEW_SECRET } from './peer-command.ts'
import { SAMPLE_PASSWORD } from './sample-vault.ts'

type Asked = {
  readonly who: 'coffer' | 'kdbxweb'
  readonly path: string
  readonly appFolder: string
  /** What the KDF makes of the password, in hex: deriving it is measured apart. */
  readonly passwordRoot: string
  readonly search: string
  readonly titles: readonly string[]
}
/** Milliseconds; the most memory that the process had when it had searched, MiB. */
export type InProcess = {
  readonly cpu: number
  readonly found: readonly string[]
  readonly memory: number
  readonly adding: readonly number[]
}

/** Opens, searches and adds in a fresh process. A process begins with its starter's memory figure: a shell stands between. */
export function inFreshProcess(asked: Asked): InProcess {
  const between = ['-c', '"$@"; exit $?', 'sh', process.execPath, process.argv[1] ?? '', '--peer-child']
  return JSON.parse(execFileSync('sh', between, { input: JSON.stringify(asked), encoding: 'utf8' })) as InProcess
}

/** The child's side. */
export async function peerChild(): Promise<void> {
  let input = ''
  for await (const chunk of process.stdin) input += String(chunk)
  const asked = JSON.parse(input) as Asked
  const done = asked.who === 'coffer' ? await withCoffer(asked) : await withKdbxweb(asked)
  process.stdout.write(JSON.stringify(done))
}

async function withCoffer(asked: Asked): Promise<InProcess> {
  const environment = createEnvironment({ appFolder: asked.appFolder })
  const deriveKey = async () => SecretBytes.own(Uint8Array.from(Buffer.from(asked.passwordRoot, 'hex')))
  const before = process.cpuUsage()
  const credential = { masterPassword: SAMPLE_PASSWORD }
  const session = await openVault({ ...environment, deriveKey }, { path: asked.path, credential, mode: 'write' })
  // Notes are searched too, as those of the others are.
  const rows = await session.searchOnce({ filter: { of: 'all' }, text: asked.search, most: 50 })
  const found = rows.map(({ title }) => title)
  const searched = { cpu: cpuSince(before), found, memory: peak() }
  const adding: number[] = []
  for (const title of asked.titles)
    adding.push(await timed(() => session.create('login', { title, fields: ADDED_FIELDS })))
  await session.lock()
  await environment.close()
  return { ...searched, adding }
}

const put = (order: number, id: string, kind: FieldKind, value: string): FieldEdit => ({
  change: 'put',
  id,
  label: `field.${id}`,
  kind,
  concealed: kind === 'password',
  section: '',
  order,
  value
})
const ADDED_FIELDS = [
  put(0, 'username', 'text', 'mara'),
  put(1, 'password', 'password', NEW_SECRET),
  put(2, 'url', 'url', 'https://added.example')
]

async function withKdbxweb({ path, search, titles }: Asked): Promise<InProcess> {
  const kdbxweb = loadKdbxweb()
  const before = process.cpuUsage()
  const credentials = new kdbxweb.Credentials(kdbxweb.ProtectedValue.fromString(SAMPLE_PASSWORD))
  const file = await kdbxweb.Kdbx.load(Uint8Array.from(await readFile(path)).buffer, credentials)
  const group = file.getDefaultGroup()
  const found: string[] = []
  for (const { fields } of group.allEntries())
    if (SEARCHED.some((name) => textOf(fields.get(name)).toLowerCase().includes(search)))
      found.push(textOf(fields.get('Title')))
  const searched = { cpu: cpuSince(before), found, memory: peak() }
  const adding: number[] = []
  for (const title of titles)
    adding.push(
      await timed(async () => {
        const entry = file.createEntry(group)
        const password = kdbxweb.ProtectedValue.fromString(NEW_SECRET)
        for (const [name, value] of Object.entries({ Title: title, UserName: 'mara', URL: 'https://added.example' }))
          entry.fields.set(name, value)
        entry.fields.set('Password', password)
        await writeFile(`${path}.kdbxweb`, new Uint8Array(await file.save()), { flush: true })
      })
    )
  return { ...searched, adding }
}

const SEARCHED = ['Title', 'UserName', 'URL', 'Notes']
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** It comes as CommonJS, and without Argon2. */
function loadKdbxweb(): typeof Kdbxweb {
  const kdbxweb = createRequire(import.meta.url)('kdbxweb') as typeof Kdbxweb
  kdbxweb.CryptoEngine.setArgon2Impl(async (password, salt, memoryKiB, passes, _length, lanes, type, version) => {
    const variant = type === kdbxweb.CryptoEngine.Argon2TypeArgon2id ? 'id' : 'd'
    const params = { memoryKiB, passes, lanes, salt: new Uint8Array(salt), variant, version } as const
    const argon2 = (await loadNative()) ?? wasmArgon2
    return Uint8Array.from(await argon2(new Uint8Array(password), params)).buffer
  })
  return kdbxweb
}

function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const peak = (): number => process.resourceUsage().maxRSS / 1024

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}
