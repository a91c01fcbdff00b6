import { readdir, readFile } from 'node:fs/promises'

/** What Linux counts the time of processes in. */
const TICKS_PER_SECOND = 100

type Seen = { readonly parent: number; readonly ticks: number }

/** Milliseconds of processor time that a process and all that descend from it have used; null where /proc is not. */
export async function processTime(pid: number): Promise<number | null> {
  const all = await processes()
  if (all === null || !all.has(pid)) return null
  const family = new Set([pid])
  for (let before = 0; before !== family.size; ) {
    before = family.size
    for (const [id, { parent }] of all) if (family.has(parent)) family.add(id)
  }
  const ticks = [...family].reduce((sum, id) => sum + (all.get(id)?.ticks ?? 0), 0)
  return (ticks * 1000) / TICKS_PER_SECOND
}

async function processes(): Promise<ReadonlyMap<number, Seen> | null> {
  const ids = await readdir('/proc').catch(() => null)
  if (ids === null) return null
  const all = new Map<number, Seen>()
  for (const id of ids.filter((name) => /^\d+$/.test(name))) {
    // A process may end between two looks.
    const text = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => null)
    if (text !== null) all.set(Number(id), seen(text))
  }
  return all
}

/** proc(5): the name stands in parentheses and may hold anything; behind it come state, parent, …, utime, stime. */
function seen(text: string): Seen {
  const [, parent, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return { parent: Number(parent), ticks: Number(rest[9]) + Number(rest[10]) }
}
