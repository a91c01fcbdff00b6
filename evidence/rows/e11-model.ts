import { faultyDisk } from '../../src/vault/storage/test-support/faulty-disk.ts'
import { VaultError } from '../../src/core/errors.ts'
import type { Row } from '../row.ts'
import { type Dice, dice } from '../support/dice.ts'
import { COMMANDS, drawCommand } from '../support/life-commands.ts'
import { type Life, type Model, modelText, newLife, reopen, unlock, vaultText } from '../support/modelled-life.ts'
import { quickEnvironment } from '../support/sessions.ts'
import { type Tally, tally } from '../support/tally.ts'

const COMMANDS_A_LIFE = 250
/** What is run on a disk that is cut off in the middle of it. */
const CUT_OFF = ['create', 'edit', 'trash', 'backup', 'compact']

export const model: Row = {
  id: 'E11',
  claim: 'A vault always holds what a plain model of it says, whatever was done to it and wherever it was cut off.',
  target: '1,000,000 commands (create, edit, trash, purge, lock, crash, backup, restore, rotate, merge), 0 divergences',
  letsPass:
    'after a cut in the middle of writing the lock, the ten seconds until it is taken over (the row removes such a lock)',
  unit: 'commands',
  scales: { short: 150, full: 1_000_000 },
  async run({ seed, scale, report, goesOn }) {
    const counted = tally(report)
    const random = dice(seed)
    while (counted.tried < scale && goesOn()) {
      const life = await newLife()
      const own = random.seed()
      const end = Math.min(scale, counted.tried + COMMANDS_A_LIFE)
      const failure = await lived(life, dice(own), { counted, end, goesOn })
      if (failure !== null) counted.count(`life ${own}: ${failure}`)
      await life.session.lock().catch(() => {})
    }
    return counted.outcome()
  }
}

type Span = { readonly counted: Tally; readonly end: number; readonly goesOn: () => boolean }

/** Stops at the first divergence: what comes after it says nothing. */
async function lived(life: Life, random: Dice, { counted, end, goesOn }: Span): Promise<string | null> {
  while (counted.tried < end && goesOn()) {
    const crashes = random.chance() < 0.06 && life.model.size > 0
    const name = crashes ? random.pick(CUT_OFF) : drawCommand(life, random)
    const failure = await (crashes ? cutOff(life, name, random) : done(life, name, random))
    if (failure !== null) return `command ${counted.tried}, ${crashes ? 'cut off in ' : ''}${name}: ${failure}`
    counted.saw(crashes ? `cut off in ${name}` : name)
    counted.count()
  }
  return null
}

async function done(life: Life, name: string, random: Dice): Promise<string | null> {
  try {
    const wanted = await COMMANDS[name]?.(life, random)
    if (wanted !== undefined) life.model = wanted
    // A session whose file was rewritten by hand goes on from that file.
    if (name === 'compact') await reopen(life)
    return differs(await vaultText(life.session), life.model)
  } catch (error) {
    return error instanceof VaultError ? `${error.code} ${JSON.stringify(error.detail)}` : String(error)
  }
}

/** The process dies at some operation, with or without the power; the vault then holds the old or the new. */
async function cutOff(life: Life, name: string, random: Dice): Promise<string | null> {
  const whole = life.environment
  await life.session.lock()
  let wanted: Model | null = null
  let acknowledged = false
  life.environment = quickEnvironment(faultyDisk(life.disk.fs, random.number(90), 'kill').fs, '/app', life.now)
  try {
    life.session = await unlock(life)
    wanted = (await COMMANDS[name]?.(life, random)) ?? null
    acknowledged = true
  } catch (error) {
    if (!(error instanceof VaultError)) return String(error)
  }
  await life.session.lock().catch(() => {})
  if (random.chance() < 0.5) life.disk = life.disk.powerCut(random.chance)
  life.environment = { ...whole, fs: life.disk.fs }
  await tenSecondsLater(life)
  return goneOn(life, acknowledged ? wanted : null)
}

/** A lock that was cut off while it was written names nobody, and is taken over after ten seconds. */
async function tenSecondsLater({ disk }: Life): Promise<void> {
  for (const [path, bytes] of disk.files()) {
    if (/\.lock(\.takeover)?$/.test(path) && !Buffer.from(bytes).toString().endsWith('}\n')) await disk.fs.unlink(path)
  }
}

async function goneOn(life: Life, acknowledged: Model | null): Promise<string | null> {
  try {
    life.session = await unlock(life)
    const there = await vaultText(life.session)
    if (acknowledged !== null) {
      life.model = acknowledged
      return differs(there, acknowledged)
    }
    if (there === modelText(life.model)) return null
    const read = new Map(there.split('\n').map((line) => entryOf(line)))
    if (!isOneStep(life.model, read)) return `after it there is ${there.slice(0, 200)}`
    life.model = read
    return null
  } catch (error) {
    return error instanceof VaultError ? `${error.code} ${JSON.stringify(error.detail)}` : String(error)
  }
}

function entryOf(line: string): [string, [string, string, boolean]] {
  const [title, secret, notes, trashed] = JSON.parse(line) as [string, string, string, boolean]
  return [title, [secret, notes, trashed]]
}

/** One item more, or one item changed. */
function isOneStep(before: Model, after: Model): boolean {
  const changed = [...after].filter(([title, entry]) => JSON.stringify(before.get(title)) !== JSON.stringify(entry))
  return changed.length === 1 && [...before.keys()].every((title) => after.has(title))
}

const differs = (there: string, wanted: Model): string | null =>
  there === modelText(wanted) ? null : `there is ${there.slice(0, 200)}, wanted ${modelText(wanted).slice(0, 200)}`
