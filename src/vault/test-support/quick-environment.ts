import { createHash } from 'node:crypto'
import { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import type { Environment, Job } from '../environment.ts'
import { nodeFs } from '../storage/vault-fs.ts'

export type QuickOptions = {
  readonly report?: Job['report']
  readonly signal?: AbortSignal
  readonly now?: () => number
}

/** The real disk; only the cost of Argon2id is left out. */
export function quickEnvironment(appFolder: string, { report, signal, now }: QuickOptions = {}): Environment {
  return {
    fs: nodeFs,
    deriveKey: async (password, { salt }) =>
      SecretBytes.own(createHash('sha256').update(password.bytes).update(salt).digest()),
    now: now ?? Date.now,
    appFolder,
    kdf: { memoryKiB: 64 * 1024, passes: 3, lanes: 1 },
    runJob: async (_name, work) =>
      work({ report: report ?? (() => {}), signal: signal ?? new AbortController().signal }),
    stopJob: () => {},
    close: async () => {}
  }
}
