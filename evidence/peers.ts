import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { namespaceOf } from './support/namespace.ts'
import { flipDrill, fullDiskDrill, killDrill, prepared } from './support/peer-drills.ts'
import { PROGRAMS } from './support/peer-programs.ts'
import { whereRun, writeJson } from './results.ts'

const KILLS = 40
const FLIPS = 40
const PAGES = 8

/** `npm run evidence -- peers`: the same drills for us and for KeePassXC, one after the other. */
async function main(): Promise<void> {
  const folder = process.argv[2]
  if (folder !== undefined) return drillsIn(folder)
  const made = await mkdtemp(join(tmpdir(), 'coffer-peers-'))
  const namespace = namespaceOf('--mount') ?? []
  const mounted = 'mount -t tmpfs -o size=1m tmpfs "$1/disk" && exec "$2" "$3" "$1"'
  await mkdir(join(made, 'disk'))
  const [program, ...rest] = [...namespace, 'sh', '-c', mounted, 'sh', made, process.execPath, process.argv[1] ?? '']
  try {
    execFileSync(program ?? 'false', rest, { stdio: 'inherit' })
  } finally {
    await rm(made, { recursive: true, force: true })
  }
}

async function drillsIn(folder: string): Promise<void> {
  const seed = 20_261_125
  const rows = new Map<string, string[]>([
    ['killed while adding an entry', []],
    ['one flipped bit', []],
    ['a full disk', []]
  ])
  for (const program of PROGRAMS) {
    const own = join(folder, program.name)
    await prepared(program, own)
    rows.get('one flipped bit')?.push(await flipDrill(program, own, FLIPS, seed))
    rows.get('a full disk')?.push(await fullDiskDrill(program, own, join(folder, 'disk'), PAGES))
    rows.get('killed while adding an entry')?.push(await killDrill(program, own, KILLS, seed))
  }
  const { date, commit, node, host } = whereRun()
  const version = execFileSync('keepassxc-cli', ['--version'], { encoding: 'utf8' }).trim()
  const lines = [
    `The command line of each, the same drills, cheap KDF on both sides: \`npm run evidence -- peers\`. KeePassXC ${version} as Debian ships it.`,
    '',
    `| | ${PROGRAMS.map(({ name }) => name).join(' | ')} |`,
    '| --- | --- | --- |',
    ...[...rows].map(([name, cells]) => `| ${name} | ${cells.join(' | ')} |`),
    '',
    `Commit ${commit}, Node ${node}, ${host}, ${date}.`
  ]
  for (const line of lines) process.stdout.write(`${line}\n`)
  writeJson('peers', { lines })
}

await main()
