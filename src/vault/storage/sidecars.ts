import { createHmac } from 'node:crypto'
import { basename, dirname } from 'node:path'
import { checkMinisig, minisigText, signingKeyFrom } from '../../core/crypto/minisign.ts'
import type { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import { VaultError } from '../../core/errors.ts'
import { readSmallFile, replaceWithBytes } from './atomic-write.ts'
import { type FileHashes, fileHashes } from './file-hashes.ts'
import type { VaultFs } from './vault-fs.ts'

/**
 * `minisig` is `matches` when the signature is the file's under the given public key, or under the one that the sidecar
 * itself names: that shows a whole file and not yet whose it is, so the key is told too. `unknownKey` when neither says.
 */
export type CheckedSidecars = {
  readonly sha256: 'absent' | 'matches'
  readonly minisig: 'absent' | 'matches' | 'unknownKey'
  /** For `minisign -P`. */
  readonly publicKey: string | null
}

const MAX_SIDECAR = 64 * 1024

/**
 * Writes `<path>.sha256`, for `sha256sum -c`, and `<path>.minisig`, for `minisign -V`, beside a file that is there.
 * `seed` is the 32 secret bytes of the signing key and stays the caller's. ALREADY_EXISTS rather than overwriting;
 * then, and on any other error, neither of them is left.
 */
export async function writeSidecars(
  fs: VaultFs,
  path: string,
  seed: SecretBytes
): Promise<{ readonly publicKey: string }> {
  const hashes = await fileHashes(fs, path)
  const { publicKey, text } = signed(basename(path), hashes, seed)
  const written: string[] = []
  try {
    for (const [ending, content] of [
      ['sha256', checksumText(path, hashes)],
      ['minisig', text]
    ] as const) {
      const sidecar = `${path}.${ending}`
      await replaceWithBytes(fs, { path: sidecar, replace: false }, new TextEncoder().encode(content))
      written.push(sidecar)
    }
    await fs.syncDir(dirname(path))
    return { publicKey }
  } catch (error) {
    for (const sidecar of written) await fs.unlink(sidecar).catch(() => {})
    throw error
  }
}

/** Compares a file with the sidecars that lie beside it. BACKUP_DAMAGED when one is there and does not match. */
export async function checkSidecars(
  fs: VaultFs,
  path: string,
  options: { readonly publicKey?: string } = {}
): Promise<CheckedSidecars> {
  const [sha256, minisig] = [await sidecarText(fs, `${path}.sha256`), await sidecarText(fs, `${path}.minisig`)]
  if (sha256 === null && minisig === null) return { sha256: 'absent', minisig: 'absent', publicKey: null }
  const hashes = await fileHashes(fs, path)
  if (sha256 !== null && checksumOf(sha256) !== hashes.sha256) throw new VaultError('BACKUP_DAMAGED')
  const publicKey = options.publicKey ?? namedKey(minisig ?? '')
  return {
    sha256: sha256 === null ? 'absent' : 'matches',
    minisig: minisig === null ? 'absent' : checkSignature(minisig, publicKey, hashes),
    publicKey: minisig === null ? null : publicKey
  }
}

function checkSignature(minisig: string, publicKey: string | null, { blake2b }: FileHashes): 'matches' | 'unknownKey' {
  if (publicKey === null) return 'unknownKey'
  if (!checkMinisig(minisig, publicKey, blake2b)) throw new VaultError('BACKUP_DAMAGED')
  return 'matches'
}

function signed(name: string, { blake2b }: FileHashes, seed: SecretBytes) {
  // minisign tells keys apart by eight bytes; the same key always has the same.
  const keyId = createHmac('sha256', seed.bytes).update('coffer/minisign key id').digest().subarray(0, 8)
  using key = signingKeyFrom(seed, keyId)
  // minisign shows the comment on a terminal, and refuses one that is too long.
  const shown = name.replaceAll(/\p{Cc}/gu, '?')
  const text = minisigText(key, blake2b, `backup by Coffer, file: ${shown}`)
  return { publicKey: key.publicKey, text: text.replace(/^.*/, `${UNTRUSTED}${key.publicKey}`) }
}

/** The first line is not signed: it may name any key, and says so. */
const UNTRUSTED = 'untrusted comment: signature from Coffer, public key '

function namedKey(minisig: string): string | null {
  const [first = ''] = minisig.split('\n', 1)
  const key = first.startsWith(UNTRUSTED) ? first.slice(UNTRUSTED.length).trim() : ''
  return /^[A-Za-z0-9+/]{56}$/.test(key) ? key : null
}

/** As sha256sum writes it: a name with a backslash or a line break is escaped, and the line says so in front. */
function checksumText(path: string, { sha256 }: FileHashes): string {
  const name = basename(path)
  const escaped = name.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
  return `${escaped === name ? '' : '\\'}${sha256}  ${escaped}\n`
}

/** The name in it is not compared: a backup may be moved and renamed with its sidecars. */
const checksumOf = (text: string): string | undefined => /^\\?([0-9a-f]{64}) [ *]/.exec(text)?.[1]

async function sidecarText(fs: VaultFs, path: string): Promise<string | null> {
  const bytes = await readSmallFile(fs, path, MAX_SIDECAR)
  return bytes === null ? null : new TextDecoder().decode(bytes)
}
