import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { deriveVaultKeys } from '../../src/core/crypto/key-derivation.ts'
import { unwrapWithPassword } from '../../src/core/crypto/key-slot.ts'
import { passwordBytes } from '../../src/core/crypto/kdf-params.ts'
import { startKdf } from '../../src/vault/kdf/derive-key.ts'
import { passwordSlot } from '../../src/vault/keys/unlock-head.ts'
import { readHead } from '../../src/vault/storage/read-head.ts'
import { nodeFs } from '../../src/vault/storage/vault-fs.ts'
import type { Row } from '../row.ts'
import { dice } from '../support/dice.ts'
import { bytesNeedle, missingMemory, type Needle, searchMemory, textNeedle } from '../support/memory-search.ts'
import { sealedFor } from '../support/sealed-for.ts'
import { loginEdit } from '../support/sessions.ts'
import { tally } from '../support/tally.ts'
import { inTempFolder } from '../support/temp-folder.ts'
import { windowMemory } from '../support/window-memory.ts'
import { startVaultProcess, type VaultProcess } from '../support/vault-process.ts'

const ITEMS = 12
/** From this scale on, the window is searched too. */
const WITH_WINDOW = 8
const WINDOW_CYCLES = 3

type Left = { passwordOpen: number; passwordClosed: number; keysClosed: number }

type Secrets = {
  readonly password: string
  readonly values: readonly Needle[]
  /** Needed to open the vault and not to work in it: gone once it is open. */
  readonly roots: readonly Needle[]
  readonly keys: readonly Needle[]
}

export const memory: Row = {
  id: 'E14',
  claim:
    'No process ever holds a value that was not revealed, nor a root key once the vault is open, and the main process never a master password that is typed; locking ends the vault process and that of the page, and with them all that their memories held.',
  target: '100 cycles of unlocking, working and locking, 0 hits (UTF-8, UTF-16, base64, hex)',
  letsPass:
    'the keys in use while the vault is open and copies of the master password until then; what is left in a vault process that closed the vault and goes on, which the app never lets it; titles and notes that went through the main process as messages and lie in buffers that were freed; what Chromium’s browser process keeps of what is typed; and what the vault process itself makes or shows and main carries to the page as it is, among it the passphrase that the generator proposes for a new vault, which no cycle makes. All are in the figures below. Of the window this is measured on the stand-in, whose main process is Node’s and whose messages go through pipes and a browser process of Chromium’s (“browser”) where Electron has one process',
  unit: 'cycles',
  scales: { short: 1, full: 100 },
  missing: missingMemory,
  async run({ seed, scale, report, goesOn, script }) {
    const counted = tally(report)
    let cycles = 1
    let window: readonly string[] = []
    const programs = { vault: await script('vault-process'), worker: await script('kdf-worker') }
    const left: Left = { passwordOpen: 0, passwordClosed: 0, keysClosed: 0 }
    await inTempFolder(async (folder) => {
      const start = () => startVaultProcess(programs.vault, join(folder, 'app'), programs.worker)
      const path = join(folder, 'my.coffer')
      const secrets = await makeVault(start(), path, seed, programs.worker)
      while (counted.tried < scale && goesOn()) counted.count(await cycle(start(), path, secrets, left))
      cycles = counted.tried
      if (scale >= WITH_WINDOW) window = await windowMemory(folder, { cycles: WINDOW_CYCLES, seed }, counted)
    })
    const each = (count: number): string => (count / cycles).toFixed(1)
    return counted.outcome([
      `why locking has to end the process: in one that only closed the vault, ${each(left.keysClosed)} copies of its keys and ${each(left.passwordClosed)} of the master password are found still, in what V8 has given up and not overwritten (of the password ${each(left.passwordOpen)} while the vault is open)`,
      ...window,
      'not searched: swap and hibernation'
    ])
  }
}

/** A process that has seen every secret makes the vault, and is gone before anything is searched. */
async function makeVault(process: VaultProcess, path: string, seed: number, workerFile: string): Promise<Secrets> {
  const { number } = dice(seed)
  const canary = (what: string): string =>
    `Canary-${what}-${number(2 ** 32).toString(36)}-${number(2 ** 32).toString(36)}`
  const masterPassword = canary('master')
  const texts = Array.from({ length: ITEMS }, () => canary('value'))
  await mustAnswer(process, 'session.create', {
    path,
    name: 'My vault',
    masterPassword: await sealedFor(process.ask, masterPassword)
  })
  for (const [index, value] of texts.entries())
    await mustAnswer(process, 'item.create', { type: 'login', edit: loginEdit(`title ${index}`, value, 'open notes') })
  await mustAnswer(process, 'session.close')
  await process.kill()
  // What they all begin with finds any of them, whole or cut.
  const values = [textNeedle('a concealed value', 'Canary-value-')]
  return { password: masterPassword, values, ...(await keyNeedles(path, masterPassword, workerFile)) }
}

/** All keys of the vault, derived here, in the process that searches and is not searched. */
async function keyNeedles(
  path: string,
  masterPassword: string,
  workerFile: string
): Promise<Pick<Secrets, 'roots' | 'keys'>> {
  const { header } = await readHead(nodeFs, path)
  const slot = passwordSlot(header)
  const kdf = startKdf({ workerFile })
  using password = passwordBytes(masterPassword)
  using root = await kdf.deriveKey(password, slot.kdf)
  await kdf.close()
  using dataKey = unwrapWithPassword(header, slot, root)
  if (dataKey === null) throw new Error('the password does not open the vault')
  using keys = deriveVaultKeys(dataKey)
  const { header: headerKey, frame, concealed, fingerprint } = keys
  return {
    roots: [bytesNeedle('password root', root.bytes), bytesNeedle('data key', dataKey.bytes)],
    keys: Object.entries({ headerKey, frame, concealed, fingerprint }).map(([name, bytes]) => bytesNeedle(name, bytes))
  }
}

async function cycle(
  process: VaultProcess,
  path: string,
  { password, values, roots, keys }: Secrets,
  left: Left
): Promise<string | null> {
  const master = textNeedle('master password', password)
  await mustAnswer(process, 'session.unlock', { path, masterPassword: await sealedFor(process.ask, password) })
  await process.event('vault.verified')
  await workWithoutRevealing(process)
  const open = searchMemory(process.pid, [...values, ...roots, ...keys, master])
  await mustAnswer(process, 'session.close')
  const closed = searchMemory(process.pid, [...values, ...roots, ...keys, master])
  await process.kill()
  left.passwordOpen += open.get(master.name) ?? 0
  left.passwordClosed += closed.get(master.name) ?? 0
  left.keysClosed += keys.reduce((sum, { name }) => sum + (closed.get(name) ?? 0), 0)
  if ((open.get('frame') ?? 0) === 0) return 'the search found not even the key that is in use: it cannot be trusted'
  if (existsSync(`/proc/${process.pid}`)) return 'the process outlived its lock'
  return found('while open', open, [...values, ...roots]) ?? found('after closing', closed, [...values, ...roots])
}

function found(when: string, hits: ReadonlyMap<string, number>, needles: readonly Needle[]): string | null {
  const names = needles.map(({ name }) => name).filter((name) => (hits.get(name) ?? 0) > 0)
  return names.length === 0 ? null : `${when}: ${names.map((name) => `${name} × ${hits.get(name)}`).join(', ')}`
}

/** Lists, opens every item, edits one. */
async function workWithoutRevealing(process: VaultProcess): Promise<void> {
  const query = { filter: { of: 'all' }, text: '', sort: 'title', descending: false, from: 0, count: 100 }
  const { rows } = (await mustAnswer(process, 'list.query', query)) as {
    readonly rows: readonly { readonly id: string }[]
  }
  for (const { id } of rows) await mustAnswer(process, 'item.get', { item: id })
  const first = rows[0]?.id ?? ''
  const { revision } = (await mustAnswer(process, 'item.get', { item: first })) as { readonly revision: string }
  await mustAnswer(process, 'item.edit', { item: first, expected: revision, edit: { favorite: true, fields: [] } })
}

async function mustAnswer(process: VaultProcess, method: string, input?: unknown): Promise<unknown> {
  const answer = await process.ask(method, input)
  if (!answer.ok) throw new Error(`${method}: ${answer.code}`)
  return answer.value
}
