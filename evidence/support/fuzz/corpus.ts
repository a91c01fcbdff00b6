import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(process.cwd(), 'evidence/corpus')
/** The corpus is in the repository: a few small inputs of each kind, not all that were ever found. */
const MOST_FILES = 60
const MOST_BYTES = 1024

export function keptInputs(target: string): readonly Uint8Array[] {
  const folder = join(FOLDER, target)
  return existsSync(folder)
    ? readdirSync(folder)
        .toSorted()
        .map((name) => readFileSync(join(folder, name)))
    : []
}

/** Keeps what went where no other input had gone. */
export function keepInput(target: string, bytes: Uint8Array): void {
  const folder = join(FOLDER, target)
  mkdirSync(folder, { recursive: true })
  if (bytes.length > MOST_BYTES || readdirSync(folder).length >= MOST_FILES) return
  writeFileSync(join(folder, createHash('sha256').update(bytes).digest('hex').slice(0, 16)), bytes)
}
