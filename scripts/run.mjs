import { execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')
const WINDOWS = process.platform === 'win32'

/** @typedef {{ env?: NodeJS.ProcessEnv, quiet?: boolean, timeout?: number }} RunOptions */

/**
 * Runs a program in the project's folder, with our own output, and gives its exit code; 1 when a signal ended it.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options] `quiet` shows only what goes to standard error, on standard error.
 * @returns {Promise<number>}
 */
export function run(program, args, { env = {}, quiet = false, timeout } = {}) {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: quiet ? ['inherit', 'ignore', 'inherit'] : 'inherit',
    shell: WINDOWS && program.endsWith('.cmd'),
    ...(timeout === undefined ? {} : { timeout })
  })
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * A tool of the project, by its name in node_modules/.bin.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export const tool = (name, args, options) =>
  run(join(ROOT, 'node_modules', '.bin', WINDOWS ? `${name}.cmd` : name), args, options)

/**
 * The commit that a result was made from; with `+` where something in these folders is not in it.
 *
 * @param {...string} folders
 */
export function commitOf(...folders) {
  const git = (/** @type {readonly string[]} */ args) =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim()
  const isChanged = git(['status', '--porcelain', '--', ...folders]) !== ''
  return `${git(['rev-parse', '--short=10', 'HEAD'])}${isChanged ? '+' : ''}`
}
