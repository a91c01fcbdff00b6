import { mkdir, mkdtemp } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { build } from 'vite'

const ROOT = resolve(import.meta.dirname, '../../../..')

/**
 * A module as a script for Node, for threads and processes of their own, where the tests' transform does not reach.
 * `entry` is its path from the root of the repository; it is built inside the repository so that packages are found.
 */
export async function builtScript(entry: string): Promise<string> {
  const cache = join(ROOT, '.cache')
  await mkdir(cache, { recursive: true })
  const outDir = await mkdtemp(join(cache, 'script-'))
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    build: { ssr: join(ROOT, entry), outDir, emptyOutDir: false, target: 'node20', minify: false }
  })
  return join(outDir, basename(entry).replace(/\.ts$/, '.js'))
}
