import { VaultError } from '../core/errors.ts'
import { FRAME } from '../core/format/frame.ts'
import { salvageFrames } from '../core/format/salvage.ts'
import { decodeChanges } from '../core/vault/change.ts'
import { createFoldedVault, type FoldedVault } from '../core/vault/fold.ts'
import type { Environment, Job } from './environment.ts'
import { type Credential, unlockHead } from './keys/unlock-head.ts'
import { attachmentChunks } from './storage/attachment-chunks.ts'
import { fileSource } from './storage/file-source.ts'
import { readHead } from './storage/read-head.ts'
import { writeSnapshot } from './storage/write-snapshot.ts'

export type SalvageRequest = { readonly path: string; readonly target: string; readonly credential: Credential }
export type SalvageReport = { readonly items: number; readonly lostFrames: number; readonly lostBytes: number }

/**
 * Reads what authenticates, skips what does not, and writes it as a new file under the same keys. The damaged file is
 * only ever read. A header that is damaged cannot be salvaged: it holds the wrapped key.
 */
export async function salvageVault(environment: Environment, { path, target, credential }: SalvageRequest): Promise<SalvageReport> {
  if ((await environment.fs.stat(target)) !== null) throw new VaultError('ALREADY_EXISTS')
  const head = await readHead(environment.fs, path)
  using keys = await unlockHead(head, credential, environment.deriveKey)
  return environment.runJob('salvage', async (job) => {
    const folded = createFoldedVault()
    const chunks = attachmentChunks()
    const { vaultId, keyEpoch } = head.header
    const file = await environment.fs.open(path, 'r')
    try {
      const source = await fileSource(file)
      const frames = salvageFrames(source, head.bytes.length, { key: keys.frame, vaultId, keyEpoch }, head.mac)
      const lost = await collect(frames, folded, chunks.add, { job, size: source.size })
      const read = { folded, loadDetails: async () => [], attachments: (id: string) => chunks.read(id, source, keys, head) }
      await writeSnapshot(environment.fs, { path: target, replace: false }, head, keys, read, { signal: job.signal })
      return { items: folded.size, ...lost }
    } finally {
      await file.close()
    }
  })
}
