import { VaultError } from '../core/errors.ts'
import type { VaultKeys } from '../core/crypto/key-derivation.ts'
import { FRAME } from '../core/format/frame.ts'
import type { Head } from '../core/format/header.ts'
import { type Salvaged, salvageFrames } from '../core/format/salvage.ts'
import { decodeChanges } from '../core/vault/change.ts'
import { decodeCheckpoint } from '../core/vault/checkpoint.ts'
import { greatestStamp } from '../core/vault/clock.ts'
import { createFoldedVault, type FoldedVault } from '../core/vault/fold.ts'
import { nextStamp } from '../core/vault/stamp.ts'
import type { Environment } from './environment.ts'
import { type Credential, unlockHead } from './keys/unlock-head.ts'
import { abandonedClock, missingFrom, sayRestored } from './remember-state.ts'
import { type AttachmentChunks, attachmentChunks } from './storage/attachment-chunks.ts'
import { deviceIdOf } from './storage/device-id.ts'
import { fileSource } from './storage/file-source.ts'
import { frameScope } from './storage/frame-scope.ts'
import { readHead } from './storage/read-head.ts'
import { writeSnapshot } from './storage/write-snapshot.ts'

export type SalvageRequest = { readonly path: string; readonly target: string; readonly credential: Credential }
export type SalvageReport = {
  readonly items: number
  readonly lostFrames: number
  readonly lostBytes: number
  /** Bytes at the end that were not looked through, since they begin with more zeros than could ever be read. */
  readonly unread: number
  /** Since when, in milliseconds since 1970, saves that this device has seen are not in it; null: none is missing. */
  readonly missingSince: number | null
}

/**
 * Reads what authenticates, skips what does not, and writes it as a new file under the same keys. The damaged file is
 * only ever read. A header that is damaged cannot be salvaged: it holds the wrapped key. ALREADY_EXISTS, WRONG_PASSWORD.
 */
export async function salvageVault(
  environment: Environment,
  { path, target, credential }: SalvageRequest
): Promise<SalvageReport> {
  if ((await environment.fs.stat(target)) !== null) throw new VaultError('ALREADY_EXISTS')
  const head = await readHead(environment.fs, path)
  using keys = await unlockHead(head, credential, environment)
  return await environment.runJob('salvage', async ({ signal }) => {
    const file = await environment.fs.open(path, 'r')
    try {
      const source = await fileSource(file)
      const folded = createFoldedVault()
      const chunks = attachmentChunks()
      const frames = salvageFrames(source, head.bytes.length, frameScope(head, keys), head.mac)
      const lost = await collect(frames, folded, chunks)
      const missingSince = await markSalvaged(environment, head, keys, folded)
      const attachments = (id: string) => chunks.read(id, source, keys, head)
      await writeSnapshot(
        environment.fs,
        { path: target, replace: false },
        head,
        keys,
        { folded, loadDetails: async () => [], attachments },
        { signal }
      )
      return { items: folded.size, ...lost, missingSince }
    } finally {
      await file.close()
    }
  })
}

/** An authentic frame may still speak of nothing that we know; then it is lost like one that does not open. */
async function collect(frames: AsyncIterable<Salvaged>, folded: FoldedVault, chunks: AttachmentChunks) {
  let lostFrames = 0
  let lostBytes = 0
  let unread = 0
  for await (const part of frames) {
    if ('unread' in part) {
      unread = part.unread.bytes
      continue
    }
    const bytes = 'lost' in part ? part.lost.bytes : takeIn(part, folded, chunks) ? 0 : part.place.length
    if (bytes === 0) continue
    lostFrames += 1
    lostBytes += bytes
  }
  return { lostFrames, lostBytes, unread }
}

function takeIn(
  { place, body }: Extract<Salvaged, { body: Uint8Array }>,
  folded: FoldedVault,
  chunks: AttachmentChunks
): boolean {
  try {
    if (place.kind === FRAME.chunk) chunks.add(place, body)
    else if (place.kind === FRAME.checkpoint) folded.raiseClock(decodeCheckpoint(body).clock)
    else for (const change of decodeChanges(body)) folded.apply(change)
    return true
  } catch (error) {
    if (error instanceof VaultError) return false
    throw error
  }
}

/** It goes on from less than there was, as accepting an older file does. Gives since when something is missing. */
async function markSalvaged(environment: Environment, head: Head, keys: VaultKeys, folded: FoldedVault) {
  const device = await deviceIdOf(environment.fs, environment.appFolder)
  const scope = { key: keys.concealed, fingerprintKey: keys.fingerprint, ...head.header }
  const missingSince = await missingFrom(environment, { head, folded, scope })
  const abandoned = await abandonedClock(environment, { head, folded, scope })
  folded.apply(sayRestored(nextStamp(greatestStamp(abandoned), environment.now(), device), abandoned))
  return missingSince
}
