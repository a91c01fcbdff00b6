import { builtScript } from './built-script.ts'

let built: Promise<string> | null = null

/** The worker as the application ships it, for `startKdf({ workerFile })`. Built once per process. */
export async function builtWorker(): Promise<string> {
  built ??= builtScript('src/vault/kdf/kdf-worker.ts')
  return built
}
