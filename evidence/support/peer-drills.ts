import { cp, mkdir, open, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Dice, dice } from './dice.ts'
import { ended, type Program } from './peer-programs.ts'

const ITEMS = 12
const PAGE = 4096

export async function prepared(program: Program, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const { code, out } = await program.create(folder)
  if (code !== 0) throw new Error(`${program.name}: ${out}`)
  for (let item = 0; item < ITEMS; item++) await ended(program.startAdd(folder, `title ${item}.`))
}

const titlesIn = (out: string): number => new Set(out.match(/title \d+\./g)).size

/** Killed at random moments of adding one entry. */
export async function killDrill(program: Program, folder: string, tries: number, seed: number): Promise<string> {
  const { number } = dice(seed)
  const seen = { unopenable: 0, lost: 0, left: 0 }
  let there = ITEMS
  for (let done = 0; done < tries; done++) {
    const child = program.startAdd(folder, `title ${ITEMS + done}.`)
    const end = ended(child)
    await wait(number(600))
    child.kill('SIGKILL')
    const { code } = await end
    const { code: listed, out } = await program.list(folder)
    const now = titlesIn(out)
    if (listed !== 0) seen.unopenable += 1
    else if (now < there + (code === 0 ? 1 : 0)) seen.lost += 1
    there = Math.max(there, now)
  }
  const known = new Set([program.file, 'app', `${program.file}.lock`])
  seen.left = (await readdir(folder)).filter((name) => !known.has(name)).length
  return `${tries} kills: ${seen.unopenable} unopenable, ${seen.lost} lost, ${seen.left} files left behind`
}

/** One flipped bit; then the same file through salvage. */
export async function flipDrill(program: Program, folder: string, tries: number, seed: number): Promise<string> {
  const random = dice(seed)
  const bytes = await readFile(join(folder, program.file))
  const seen = { silent: 0, refused: 0, told: 0, rescued: 0, salvaged: 0 }
  for (let done = 0; done < tries; done++) await oneFlip(program, folder, bytes, random, seen)
  const share =
    seen.refused === 0
      ? ''
      : `, ${seen.salvaged} of ${seen.refused} refused files salvaged with ${(seen.rescued / Math.max(1, seen.salvaged)).toFixed(1)} of ${ITEMS} items`
  const salvage = program.salvage === null ? ', no way to salvage' : share
  return `${tries} flips: ${seen.silent} opened in silence, ${seen.told} opened and reported, ${seen.refused} refused${salvage}`
}

type Flips = { silent: number; refused: number; told: number; rescued: number; salvaged: number }

async function oneFlip(program: Program, folder: string, bytes: Buffer, { number }: Dice, seen: Flips): Promise<void> {
  const name = `hit-${program.file}`
  const hit = Buffer.from(bytes)
  const bit = number(hit.length * 8)
  hit[bit >>> 3] = (hit[bit >>> 3] ?? 0) ^ (1 << (bit & 7))
  await writeFile(join(folder, name), hit)
  const { code, out } = await program.list(folder, name)
  if (code !== 0) {
    seen.refused += 1
    const salvaged = await program.salvage?.(folder, name)
    // Its exit code says that something was lost; what counts is whether there is a vault to go on with.
    const rescued = salvaged === undefined ? null : await program.list(folder, `${name}.salvaged.coffer`)
    if (rescued?.code === 0) {
      seen.salvaged += 1
      seen.rescued += titlesIn(rescued.out)
    }
  } else if (/unfinished or damaged|older than/.test(out)) seen.told += 1
  else seen.silent += 1
  for (const left of await readdir(folder))
    if (left.startsWith('hit-')) await rm(join(folder, left), { force: true, recursive: true })
}

/** One entry is added with 0, 4096, 8192, … bytes of room; `disk` is a small file system of its own. */
export async function fullDiskDrill(program: Program, folder: string, disk: string, pages: number): Promise<string> {
  const seen = { refused: 0, damaged: 0, silent: 0 }
  for (let page = 0; page < pages; page++) {
    const place = join(disk, 'place')
    await rm(place, { recursive: true, force: true })
    await cp(folder, place, { recursive: true })
    const before = titlesIn((await program.list(place)).out)
    const ballast = await fill(disk, page * PAGE)
    const { code } = await ended(program.startAdd(place, 'title 999.'))
    await rm(ballast)
    const { code: listed, out } = await program.list(place)
    const now = titlesIn(out)
    if (code !== 0) seen.refused += 1
    if (listed !== 0 || now < before) seen.damaged += 1
    if (code === 0 && now <= before) seen.silent += 1
  }
  return `${pages} fillings: ${seen.refused} refused, ${seen.damaged} left a file that does not open or lacks items, ${seen.silent} said to be done and not there`
}

async function fill(disk: string, room: number): Promise<string> {
  const path = join(disk, 'ballast')
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
