import { cp, mkdir, open, readFile, rm, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { VaultError } from '../../src/core/errors.ts'
import { nodeFs, type VaultFs } from '../../src/vault/storage/vault-fs.ts'
import { DEEDS, NEXT_PASSWORD, prepareFolder } from '../support/deeds.ts'
import { rootedFs } from '../support/rooted-fs.ts'
import { quickEnvironment, readEverything } from '../support/sessions.ts'
import { tally } from '../support/tally.ts'
import { PASSWORD, VAULT } from '../support/vaults.ts'

/**
 * Runs where `disk` is a small file system of its own. Everything that writes is done with 0, 4096, 8192, … bytes of
 * room, until it has succeeded twice. Says its outcome as one line of JSON.
 */
const [disk = '', folder = '', stepText = '1'] = process.argv.slice(2)
const PAGE = 4096
const BULK = 60_000
const STEP = Number(stepText) * PAGE
const PASSWORDS = [PASSWORD, NEXT_PASSWORD]
const root = join(disk, 'root')
const template = join(folder, 'template')

async function main(): Promise<void> {
  await mkdir(join(template, 'vaults'), { recursive: true })
  const fs = rootedFs(nodeFs, template)
  await prepareFolder(quickEnvironment(fs), async (from, to) => cp(join(template, from), join(template, to)), BULK)
  const counted = tally()
  const needed: string[] = []
  for (const name of Object.keys(DEEDS))
    needed.push(`${name}: refused up to ${await refusedUpTo(name, counted)} KiB of room`)
  process.stdout.write(JSON.stringify(counted.outcome(needed)))
}

async function refusedUpTo(name: string, counted: ReturnType<typeof tally>): Promise<number> {
  let refused = 0
  const after = await stateAfter(name)
  for (let room = 0, done = 0; done < 2; room += STEP) {
    const { failure, acknowledged } = await withRoom(name, room, after)
    counted.count(failure === null ? null : `${name} with ${room} bytes of room: ${failure}`)
    if (acknowledged) done += 1
    else refused = room / 1024
  }
  return refused
}

/** What the vault holds when the deed had all the room it wanted. */
async function stateAfter(name: string): Promise<string> {
  await rm(root, { recursive: true, force: true })
  await cp(template, root, { recursive: true })
  const fs = rootedFs(nodeFs, root)
  await DEEDS[name]?.(quickEnvironment(fs))
  return readEverything(fs, VAULT, PASSWORDS)
}

async function withRoom(
  name: string,
  room: number,
  after: string
): Promise<{ failure: string | null; acknowledged: boolean }> {
  await rm(root, { recursive: true, force: true })
  await cp(template, root, { recursive: true })
  const fs = rootedFs(nodeFs, root)
  const old = await readFile(join(root, VAULT))
  const before = await readEverything(rootedFs(nodeFs, template), VAULT, PASSWORDS)
  const ballast = await fill(room)
  const end = await (DEEDS[name] ?? (async () => {}))(quickEnvironment(fs))
    .then(() => 'done')
    .catch((error: unknown) => (error instanceof VaultError ? error.code : String(error)))
  await rm(ballast)
  const acknowledged = end === 'done'
  if (!acknowledged) return { failure: await broken(fs, end, old, before), acknowledged }
  const isThere = (await readEverything(fs, VAULT, PASSWORDS)) === after
  return { failure: isThere ? null : 'called done, and not there', acknowledged }
}

/** Takes all of the disk but `room` bytes, in whole pages. */
async function fill(room: number): Promise<string> {
  const path = join(disk, 'ballast')
  await rm(path, { force: true })
  const file = await open(path, 'w')
  let size = 0
  try {
    for (;;) size += (await file.write(new Uint8Array(PAGE))).bytesWritten
  } catch {
    await file.close()
  }
  await truncate(path, Math.max(0, size - room))
  return path
}

async function broken(fs: VaultFs, end: string, old: Uint8Array, before: string): Promise<string | null> {
  if (end !== 'NO_SPACE') return `the user is told ${end}`
  const now = await readFile(join(root, VAULT))
  if (!now.subarray(0, old.length).equals(old)) return 'the old content is not what it was'
  return (await readEverything(fs, VAULT, PASSWORDS)) === before ? null : 'the vault holds something else'
}

await main()
