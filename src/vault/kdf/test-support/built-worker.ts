import { mkdtemp } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const ROOT = resolve(import.meta.dirname, '../../../..')
const ENTRY = join(ROOT, 'src/vault/kdf/kdf-worker.ts')

let built: Promise<string> | null = null

/**
 * The worker as the application ships it, for `startKdf({ workerFile })`: a thread starts from a file on the disk, where
 * the tests' own transform does not reach. Built once per process, inside the repository so that its packages are found.
 */
export async function builtWorker(): Promise<string> {
  built ??= buildWorker()
  return built
}

async function buildWorker(): Promise<string> {
  const { mkdir } = await import('node:fs/promises')
  await mkdir(join(ROOT, '.cache'), { recursive: true })
  const outDir = await mkdtemp(join(ROOT, '.cache/kdf-worker-'))
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'silent',
    oxc: { target: 'node20' },
    build: { ssr: ENTRY, outDir, emptyOutDir: false, target: 'node20', minify: false }
  })
  return join(outDir, 'kdf-worker.js')
}
