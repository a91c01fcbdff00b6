import { join } from 'node:path'
import { atLeast, median, ratio, type Row, told } from './measure.ts'
import { inFreshProcess, type InProcess } from './peer-child.ts'
import { addInPrompt, coffer, type Cost, keepassxc, keepassxcVersion, type PeerCommand } from './peer-command.ts'
import { LEAST_ARGON2, writeSampleKdbx } from './peer-file.ts'
import { timeOfArgon2 } from './peer-kdf.ts'
import { sampleItems } from './sample-items.ts'
import { CHEAP_KDF, type SampleVault } from './sample-vault.ts'

const LESS_CPU: Readonly<Record<number, number>> = { 100_000: 15 }
const LESS_MEMORY: Readonly<Record<number, number>> = { 100_000: 0.25 }
const FASTER_ADDING: Readonly<Record<number, number>> = { 10_000: 4, 100_000: 100 }
/** The whole command, with all that opening costs; nothing was promised beyond. */
const FASTER_COMMAND: Readonly<Record<number, number>> = { 10_000: 4 }

/** More takes gigabytes. */
const MOST_FOR_KDBXWEB = 10_000
const ADDED_IN_A_ROW = 3

type Show = (title: string, rows: readonly Row[]) => void
type Files = { readonly vault: SampleVault; readonly kdbx: string; readonly folder: string; readonly count: number }

/** The same items in KeePassXC's command line, and in kdbxweb in process: opened, searched, added to, in turns. */
export async function benchPeers(vaults: ReadonlyMap<number, SampleVault>, folder: string, show: Show): Promise<void> {
  const version = keepassxcVersion()
  const kdf = { ours: await timeOfArgon2(CHEAP_KDF), theirs: await timeOfArgon2(LEAST_ARGON2) }
  show('Peers: the KDF alone, the least that each takes; it is no part of the figures below', [
    told('Coffer, Argon2id 64 MiB × 3 × 1, CPU', `${kdf.ours.toFixed(0)} ms`),
    told('KeePassXC and kdbxweb, Argon2id 8 KiB × 1 × 1, CPU', `${kdf.theirs.toFixed(2)} ms`)
  ])
  for (const [count, vault] of vaults) {
    const kdbx = join(folder, `${count}.kdbx`)
    await writeSampleKdbx(kdbx, count)
    const files = { vault, kdbx, folder, count }
    const inProcess = measureInProcess(files)
    const size = `${count.toLocaleString('en')} items`
    show(
      `Peers, ${size}: keepassxc-cli ${version ?? ''}`.trim(),
      version === null
        ? [told('not measured: keepassxc-cli, or GNU time, is not installed', 'skipped')]
        : await commandRows(files, kdf, median(inProcess.ours.flatMap(({ adding }) => adding)))
    )
    show(`Peers, ${size}: kdbxweb, in process`, inProcessRows(inProcess))
  }
}

const roundsFor = (count: number): number => (count > 50_000 ? 3 : 5)

async function commandRows(
  { vault, kdbx, folder, count }: Files,
  kdf: { readonly ours: number; readonly theirs: number },
  ourAdding: number
): Promise<Row[]> {
  const [ours, theirs] = [coffer(folder, vault.path), keepassxc(folder, kdbx)]
  const rounds = roundsFor(count)
  const start = inTurns(rounds, ours, theirs, (peer) => peer.start())
  const search = inTurns(rounds, ours, theirs, (peer) => found(peer, count))
  const add = inTurns(rounds, ours, theirs, (peer, round) => peer.add(`Added by command ${round}`))
  const prompt = await addInPrompt(folder, kdbx, titles('in the prompt'))
  const [ourCpu, theirCpu] = [search.ours.cpu - kdf.ours, search.theirs.cpu - kdf.theirs]
  const inPrompt = median(prompt)
  return [
    times(theirCpu / ourCpu, LESS_CPU[count], `open and search, CPU of the process ${pair(ourCpu, theirCpu, 'ms')}`),
    told(`the same with the KDF ${pair(search.ours.cpu, search.theirs.cpu, 'ms')}`, less(search, 'cpu')),
    told(
      `the same on the wall, with the KDF ${pair(search.ours.wall, search.theirs.wall, 'ms')}`,
      less(search, 'wall')
    ),
    told(`starting alone, CPU ${pair(start.ours.cpu, start.theirs.cpu, 'ms')}`, less(start, 'cpu')),
    share(
      search.ours.memory / search.theirs.memory,
      LESS_MEMORY[count],
      `most memory to open and search, with the KDF's ${pair(search.ours.memory, search.theirs.memory, 'MiB')}`
    ),
    times(inPrompt / ourAdding, FASTER_ADDING[count], `add an entry, file open ${pair(ourAdding, inPrompt, 'ms')}`),
    times(
      add.theirs.wall / add.ours.wall,
      FASTER_COMMAND[count],
      `add an entry, whole command with the KDF ${pair(add.ours.wall, add.theirs.wall, 'ms')}`
    )
  ]
}

type Both = { readonly ours: Cost; readonly theirs: Cost }

function inTurns(
  rounds: number,
  ours: PeerCommand,
  theirs: PeerCommand,
  job: (peer: PeerCommand, round: number) => Cost
): Both {
  const costs: { readonly ours: Cost[]; readonly theirs: Cost[] } = { ours: [], theirs: [] }
  for (let round = 0; round < rounds; round++) {
    costs.ours.push(job(ours, round))
    costs.theirs.push(job(theirs, round))
  }
  return { ours: middle(costs.ours), theirs: middle(costs.theirs) }
}

const middle = (costs: readonly Cost[]): Cost => ({
  cpu: median(costs.map(({ cpu }) => cpu)),
  wall: median(costs.map(({ wall }) => wall)),
  memory: median(costs.map(({ memory }) => memory)),
  output: ''
})

/** The address of one item in the middle, as somebody types it. */
function wanted(count: number): { readonly search: string; readonly title: string } {
  const { url = '', title = '' } = sampleItems(count)[Math.floor(count / 2)] ?? {}
  return { search: new URL(url).hostname, title }
}

/** A contestant that finds nothing is fast. */
function found(peer: PeerCommand, count: number): Cost {
  const { search, title } = wanted(count)
  const cost = peer.search(search)
  if (!cost.output.includes(title)) throw new Error(`the search did not find ${title}: ${cost.output}`)
  return cost
}

type Contest = { readonly ours: readonly InProcess[]; readonly theirs: readonly InProcess[] }

function measureInProcess({ vault, kdbx, folder, count }: Files): Contest {
  const { search, title } = wanted(count)
  const passwordRoot = Buffer.from(vault.passwordRoot).toString('hex')
  const run = (who: 'coffer' | 'kdbxweb', path: string, round: number): InProcess => {
    const asked = {
      who,
      path,
      search,
      appFolder: join(folder, 'app'),
      passwordRoot,
      titles: titles(`in process ${round}`)
    }
    const done = inFreshProcess(asked)
    if (!done.found.includes(title)) throw new Error(`${who} did not find ${title}`)
    return done
  }
  const contest: { readonly ours: InProcess[]; readonly theirs: InProcess[] } = { ours: [], theirs: [] }
  for (let round = 0; round < 3; round++) {
    contest.ours.push(run('coffer', vault.path, round))
    if (count <= MOST_FOR_KDBXWEB) contest.theirs.push(run('kdbxweb', kdbx, round))
  }
  return contest
}

function inProcessRows({ ours, theirs }: Contest): Row[] {
  const of = (done: readonly InProcess[], figure: (each: InProcess) => readonly number[]): number =>
    median(done.flatMap(figure))
  const row = (what: string, unit: string, figure: (each: InProcess) => readonly number[]): Row => {
    const [mine, other] = [of(ours, figure), of(theirs, figure)]
    if (theirs.length === 0) return told(`${what} (${shown(mine)} ${unit})`, 'alone')
    return told(`${what} ${pair(mine, other, unit)}`, `${(other / mine).toFixed(1)}×`)
  }
  return [
    row('open and search, CPU', 'ms', ({ cpu }) => [cpu]),
    row('most memory of the process by then', 'MiB', ({ memory }) => [memory]),
    row('add an entry, file open', 'ms', ({ adding }) => adding),
    ...(theirs.length === 0
      ? [
          told(
            `not measured: kdbxweb takes gigabytes for more than ${MOST_FOR_KDBXWEB.toLocaleString('en')}`,
            'skipped'
          )
        ]
      : [])
  ]
}

const titles = (where: string): string[] =>
  Array.from({ length: ADDED_IN_A_ROW }, (_, turn) => `Added ${where} ${turn}`)

const shown = (value: number): string => value.toFixed(value < 10 ? 2 : 0)
const pair = (ours: number, theirs: number, unit: string): string =>
  `(${shown(ours)} ${unit} : ${shown(theirs)} ${unit})`
const less = ({ ours, theirs }: Both, figure: 'cpu' | 'wall'): string =>
  `${(theirs[figure] / ours[figure]).toFixed(1)}×`

const times = (value: number, goal: number | undefined, what: string): Row =>
  goal === undefined ? told(what, `${value.toFixed(1)}×`) : atLeast(value, goal, what)

const share = (value: number, goal: number | undefined, what: string): Row =>
  goal === undefined ? told(what, `${value.toFixed(2)}×`) : ratio(value, goal, what)
