import { mkdir, rename, writeFile } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { build } from 'vite'

const ROOT = resolve(import.meta.dirname, '../../../..')

/**
 * A module as a script for Node, for threads and processes of their own, where the tests' transform does not reach.
 * `entry` is its path from the root of the repository; it is built inside the repository so that packages are found.
 */
export async function builtScript(entry: string): Promise<string> {
  const script = join(ROOT, '.cache/test-scripts', basename(entry).replace(/\.ts$/, '.js'))
  await mkdir(join(ROOT, '.cache/test-scripts'), { recursive: true })
  // Several test files build the same script at once: each puts a whole one in place.
  const temp = `${script}.${process.pid}-${Math.random().toString(36).slice(2)}`
  await writeFile(temp, await codeOf(entry))
  await rename(temp, script)
  return script
}

async function codeOf(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    build: {
      ssr: join(ROOT, entry),
      write: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { codeSplitting: false } }
    }
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !('output' in output) || output.output.length !== 1)
    throw new Error(`${entry} is no single script`)
  return output.output[0].code
}
