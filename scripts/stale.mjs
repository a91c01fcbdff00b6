import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './run.mjs'

/**
 * True when `built` is missing or older than what it is built from: files, or folders with all that is in them.
 *
 * @param {string} built
 * @param {readonly string[]} sources
 */
export function isStale(built, sources) {
  const path = join(ROOT, built)
  if (!existsSync(path)) return true
  const builtAt = statSync(path).mtimeMs
  return sources.some((source) => newest(join(ROOT, source)) > builtAt)
}

/**
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const info = statSync(path, { throwIfNoEntry: false })
  if (info === undefined) return 0
  if (!info.isDirectory()) return info.mtimeMs
  // A folder's own time tells of files that went or were renamed.
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
