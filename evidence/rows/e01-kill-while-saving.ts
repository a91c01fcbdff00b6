import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { nodeFs } from '../../src/vault/storage/vault-fs.ts'
import type { Row } from '../row.ts'
import { type Dice, dice } from '../support/dice.ts'
import { createSessionAt, itemLine, openSessionAt, quickEnvironment } from '../support/sessions.ts'
import { tally } from '../support/tally.ts'
import { inTempFolder } from '../support/temp-folder.ts'

/** A vault is put away after so many kills: what grows is then not the time to check it. */
const KILLS_A_VAULT = 40

type Place = { readonly path: string; readonly appFolder: string }

export const killWhileSaving: Row = {
  id: 'E1',
  claim: 'A process killed while it saves loses no acknowledged save and leaves a vault that opens.',
  target: '10,000 kills, 100,000 acknowledged saves, 0 lost, 0 unopenable',
  unit: 'kills',
  scales: { short: 6, full: 10_000 },
  async run({ seed, scale, report, goesOn, script }) {
    const saver = await script('saver')
    const counted = tally(report)
    const random = dice(seed)
    let saves = 0
    while (counted.tried < scale && goesOn()) {
      saves += await inTempFolder(async (folder) => {
        let acknowledged = 0
        const place = { path: join(folder, 'my.coffer'), appFolder: join(folder, 'app') }
        await (await createSessionAt(quickEnvironment(nodeFs, place.appFolder), place.path)).lock()
        let known = 0
        for (let kill = 0; kill < KILLS_A_VAULT && counted.tried < scale && goesOn(); kill++) {
          const least = Math.max(known, await killed(saver, place, random))
          const found = await foundAfter(place, least, kill === KILLS_A_VAULT - 1)
          counted.count(typeof found === 'number' ? null : `kill ${kill}: ${found}`)
          if (typeof found !== 'number') break
          acknowledged += least - known
          known = found
        }
        return acknowledged
      })
    }
    return counted.outcome([`${saves.toLocaleString('en')} acknowledged saves, synced on a real disk`])
  }
}

/** The number of the last save that was acknowledged before the end; 0 when it came to none. */
async function killed(saver: string, { path, appFolder }: Place, { chance, number }: Dice): Promise<number> {
  const child = spawn(process.execPath, [saver, path, appFolder], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (data: Buffer) => (said += data.toString()))
  // A third of them early, while the vault is being opened or compacted; the rest amid saves.
  if (chance() < 0.33) await wait(40 + number(120))
  else await Promise.race([once(child.stdout, 'data').then(async () => wait(number(60))), once(child, 'close')])
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
  return Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1) ?? 0)
}

/** How many saves are there: at least those, and at most one more, killed between the disk and telling. */
async function foundAfter({ path, appFolder }: Place, least: number, isLast: boolean): Promise<number | string> {
  try {
    const session = await openSessionAt(quickEnvironment(nodeFs, appFolder), { path })
    const { items } = await session.verify()
    const { folded } = session.store.opened()
    const ids = [...folded.ids()]
    const numbers = ids.map((id) => Number(folded.list(id)?.title?.slice(6))).toSorted((a, b) => a - b)
    const half = await wrongLine(session, isLast ? ids : ids.slice(-2))
    await session.lock()
    if (half !== null) return half
    if (numbers.some((number, index) => number !== index + 1)) return `the saves ${numbers.join(' ')}`
    return items === least || items === least + 1 ? items : `${least} acknowledged, ${items} there`
  } catch (error) {
    return String(error)
  }
}

async function wrongLine(session: Parameters<typeof itemLine>[0], ids: readonly string[]): Promise<string | null> {
  for (const id of ids) {
    const [title = '', secret, notes] = JSON.parse(await itemLine(session, id)) as readonly string[]
    const number = title.slice(6)
    if (secret !== `secret ${number}` || notes !== `notes ${number}`) return `half of ${title}`
  }
  return null
}
