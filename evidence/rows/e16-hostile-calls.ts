import { contract, internalContract } from '../../src/shared/contract.ts'
import { type Reply, serveContract } from '../../src/vault/serve-contract.ts'
import { memoryDisk, type MemoryDisk } from '../../src/vault/storage/test-support/memory-disk.ts'
import type { Row, Trial } from '../row.ts'
import { type Dice, dice } from '../support/dice.ts'
import { mutate } from '../support/fuzz/mutate.ts'
import { createSessionAt, loginEdit, openSessionAt, quickEnvironment, readEverything } from '../support/sessions.ts'
import { sealedFor } from '../support/sealed-for.ts'
import { type Tally, tally } from '../support/tally.ts'
import { PASSWORD, VAULT } from '../support/vaults.ts'

const CANARY = 'Canary-of-a-concealed-value'
/** What opens a file anew under a name that main alone gives is not the page's to ask. */
const NAMED_BY_MAIN = new Set(['session.create', 'session.salvage', 'backup.write', 'backup.putBack'])
const METHODS = Object.keys({ ...contract, ...internalContract }).filter((name) => !NAMED_BY_MAIN.has(name))
/** These two are there to give a concealed value. */
const REVEALS = new Set(['item.reveal', 'value.forCopy'])

export const hostileCalls: Row = {
  id: 'E16',
  claim:
    'Hostile calls get no secret out of a locked vault, no concealed value past the one method for it, and break nothing.',
  target: '10,000 calls, 0 secrets while locked, 0 uncaught, the vault whole',
  unit: 'calls',
  scales: { short: 400, full: 10_000 },
  async run(trial) {
    const counted = tally(trial.report)
    const disk = memoryDisk()
    const environment = quickEnvironment(disk.fs)
    const session = await createSessionAt(environment)
    const ids: string[] = []
    for (let index = 0; index < 5; index++)
      ids.push((await session.create('login', loginEdit(`title ${index}`, `${CANARY} ${index}`))).id)
    await session.lock()
    await attack(trial, counted, { disk, ids, unlocked: false })
    await attack(trial, counted, { disk, ids, unlocked: true })
    return counted.outcome(['navigations, windows and protocols are tried by e2e/hardening.spec.ts'])
  }
}

type Scene = { readonly disk: MemoryDisk; readonly ids: readonly string[]; readonly unlocked: boolean }

/** Half of the calls come before the vault was ever unlocked, half after. */
async function attack(trial: Trial, counted: Tally, { disk, ids, unlocked }: Scene): Promise<void> {
  const serve = serveContract(quickEnvironment(disk.fs), () => {})
  const before = Buffer.from(disk.files().get(VAULT) ?? [])
  if (unlocked) await serve('session.unlock', { path: VAULT, masterPassword: await sealedFor(serve, PASSWORD) })
  await callsOf(trial, counted, serve, { ids, unlocked })
  await serve('session.close', undefined)
  const after = Buffer.from(disk.files().get(VAULT) ?? [])
  if (!unlocked && !after.equals(before)) counted.count('the file was changed while the vault was locked')
  if (!(await readEverything(disk.fs, VAULT, [PASSWORD]).catch(String)).includes(CANARY))
    counted.count('the vault is broken')
  await (await openSessionAt(quickEnvironment(disk.fs))).lock()
}

async function callsOf(
  { seed, scale, goesOn }: Trial,
  counted: Tally,
  serve: ReturnType<typeof serveContract>,
  { ids, unlocked }: Pick<Scene, 'ids' | 'unlocked'>
): Promise<void> {
  const random = dice(seed + Number(unlocked))
  const wrong = JSON.stringify(await sealedFor(serve, 'a wrong master password'))
  const end = unlocked ? scale : scale / 2
  while (counted.tried < end && goesOn()) {
    const odd = ['constructor', '__proto__', 'toString', '']
    const method = random.pick(random.chance() < 0.03 ? odd : METHODS)
    // Closing it would make the rest of the calls harmless, purging leave nothing to ask for.
    if (unlocked && ['session.close', 'session.recover', 'item.purge'].includes(method)) continue
    const input = drawnInput(random, { ids, wrong }, await revisionOf(serve, ids, random))
    const reply = await serve(method, input).catch((error: unknown) => String(error))
    const failure = judged(method, reply, unlocked)
    counted.count(failure === null ? null : `${method} ${JSON.stringify(input)?.slice(0, 200)}: ${failure}`)
  }
}

function judged(method: string, reply: Reply | string, unlocked: boolean): string | null {
  if (typeof reply === 'string') return reply
  if (!reply.ok && (reply.code === 'INTERNAL' || reply.code === 'BAD_ANSWER')) return reply.code
  const text = JSON.stringify(reply)
  if (!text.includes(CANARY) || (unlocked && REVEALS.has(method))) return null
  return 'it answered with a concealed value'
}

type Known = { readonly id: string; readonly revision: string }

/** A hostile page knows what the page knows: the revision that an edit has to be made from. */
async function revisionOf(
  serve: ReturnType<typeof serveContract>,
  ids: readonly string[],
  { pick }: Dice
): Promise<Known> {
  const id = pick(ids)
  const reply = await serve('item.get', { item: id })
  const { revision = '' } = reply.ok ? (reply.value as { readonly revision?: string }) : {}
  return { id, revision }
}

const TEMPLATES = [
  'null',
  '{"item":"ID","field":"password"}',
  '{"item":"ID"}',
  '{"items":["ID"]}',
  '{"item":"ID","expected":"REV","edit":{"title":"x","fields":[]}}',
  // The page may try to have a concealed value called an open one.
  '{"item":"ID","expected":"REV","edit":{"fields":[{"change":"put","id":"password","label":"b","kind":"text","concealed":false,"section":"","order":0}]}}',
  '{"type":"login","edit":{"title":"x","tags":["a"],"fields":[{"change":"put","id":"password","label":"b","kind":"text","concealed":false,"section":"","order":0}]}}',
  '{"filter":{"of":"all"},"text":"Canary","sort":"title","descending":false,"from":0,"count":500}',
  '{"password":"x"}',
  '{"password":SEALED}',
  '{"masterPassword":SEALED}',
  '{"current":SEALED,"next":SEALED}',
  '{"path":"/vaults/my.coffer","masterPassword":SEALED}',
  '{"path":"/vaults/my.coffer","masterPassword":"wrong","password":"wrong"}',
  '{"path":"/vaults/my.coffer","phrase":SEALED,"newMasterPassword":SEALED}',
  '{"item":null,"type":"login","edit":{"fields":[]}}',
  '{"job":"unlock"}',
  '{"list":"eff-large","words":6,"separator":"space","capitals":false,"digit":false}',
  '{"length":20,"lower":true,"upper":true,"digits":true,"symbols":true,"lookAlikes":false}',
  '{"digits":4}'
]

/** As it is, or with a few bytes of its JSON changed; what is no JSON any more arrives as text. */
function drawnInput(
  random: Dice,
  { ids, wrong }: { readonly ids: readonly string[]; readonly wrong: string },
  { id, revision }: Known
): unknown {
  const item = random.chance() < 0.7 ? id : random.pick([...ids, 'ffffffff-0000-4000-8000-000000000000'])
  const text = random.pick(TEMPLATES).replace('ID', item).replace('REV', revision).replaceAll('SEALED', wrong)
  if (random.chance() < 0.1) return undefined
  const bytes = Buffer.from(text)
  const changed = random.chance() < 0.5 ? bytes : mutate(bytes, Buffer.from(random.pick(TEMPLATES)), random)
  try {
    return JSON.parse(Buffer.from(changed).toString()) as unknown
  } catch {
    return Buffer.from(changed).toString()
  }
}
