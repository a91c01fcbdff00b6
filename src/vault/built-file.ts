import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Shared code may be built into a folder of chunks below the entries. */
const LEVELS = 3

/** A built entry by its name: beside the built file that this became part of, or above it; null when it is not there. */
export function findBuiltFile(name: string, start: string = import.meta.dirname): string | null {
  let folder = start
  for (let level = 0; level < LEVELS; level++) {
    const file = join(folder, name)
    if (existsSync(file)) return file
    folder = dirname(folder)
  }
  return null
}
