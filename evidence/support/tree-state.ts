import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats } from 'node:fs'
import { join } from 'node:path'

/** Each name under a folder, with what stands there; larger files by their size and the room they take. */
export type TreeState = ReadonlyMap<string, string>

const MOST_READ = 2 ** 24

export function treeState(folder: string): TreeState {
  const state = new Map<string, string>()
  const into = (path: string, name: string): void => {
    const stat = lstatSync(path)
    state.set(name, `${kindOf(stat)} ${(stat.mode & 0o777).toString(8)} ${contentOf(path, stat)}`)
    if (stat.isDirectory()) for (const entry of readdirSync(path)) into(join(path, entry), `${name}/${entry}`)
  }
  if (lstatSync(folder, { throwIfNoEntry: false }) !== undefined) into(folder, '.')
  return state
}

function kindOf(stat: Stats): string {
  if (stat.isDirectory()) return 'folder'
  if (stat.isSymbolicLink()) return 'link'
  if (stat.isFile()) return 'file'
  return stat.isFIFO() ? 'pipe' : `device ${stat.rdev}`
}

function contentOf(path: string, stat: Stats): string {
  if (stat.isSymbolicLink()) return readlinkSync(path)
  if (!stat.isFile()) return ''
  if (stat.size > MOST_READ) return `${stat.size} bytes in ${stat.blocks} blocks`
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/** What was there and is not any more as it was, and what is there now and was not. */
export function differences(before: TreeState, after: TreeState): readonly string[] {
  const gone = [...before].filter(([name, what]) => after.get(name) !== what).map(([name]) => name)
  return [...gone, ...[...after.keys()].filter((name) => !before.has(name))].toSorted()
}

export const kindAt = (state: TreeState, name: string): string => state.get(name)?.split(' ')[0] ?? 'nothing'
