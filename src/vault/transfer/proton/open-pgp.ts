import { config, decrypt, enums, readMessage } from 'openpgp'
import { VaultError } from '../../../core/errors.ts'

/** What a message may unfold to: a bomb is small and becomes large. */
const PLAIN = { most: 256 * 2 ** 20, least: 64 * 2 ** 20, ratio: 100 } as const
/** A password opens one session key; a message with thousands would try them all. */
const MAX_PACKETS = 8
/** In powers of two, KiB. */
const MAX_ARGON2_MEMORY = 20

function limitsFor({ length }: Uint8Array) {
  const maxDecompressedMessageSize = Math.min(PLAIN.most, Math.max(PLAIN.least, length * PLAIN.ratio))
  return { ...config, maxDecompressedMessageSize, maxArgon2MemoryExponent: MAX_ARGON2_MEMORY }
}
const ARMOR = '-----BEGIN PGP MESSAGE-----'

/** A message sealed with a password begins with a packet of tag 3: RFC 9580, section 4.2. */
export function looksLikePgp(bytes: Uint8Array): boolean {
  const [tag = 0, length = 0, version = 0] = bytes
  if (isArmored(bytes)) return true
  const isNew = tag === 0xc3 && length < 192
  const isOld = tag === 0x8c
  return (isNew || isOld) && (version === 4 || version === 5 || version === 6)
}

function isArmored(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 200)).toString('latin1').trimStart().startsWith(ARMOR)
}

/** IMPORT_NEEDS_PASSWORD, WRONG_PASSWORD, IMPORT_DAMAGED { place }, IMPORT_REFUSED { reason }. */
export async function openPgp(bytes: Uint8Array, password: string | undefined): Promise<Uint8Array> {
  const message = await readPgp(bytes)
  const sealed = message.packets.filterByTag(enums.packet.symEncryptedSessionKey)
  if (message.packets.length > MAX_PACKETS) throw new VaultError('IMPORT_REFUSED', { reason: 'count' })
  if (sealed.length === 0) throw new VaultError('IMPORT_REFUSED', { reason: 'cipher' })
  if (password === undefined) throw new VaultError('IMPORT_NEEDS_PASSWORD')
  try {
    const opened: { readonly data: unknown } = await decrypt({
      message,
      passwords: [password],
      format: 'binary',
      config: limitsFor(bytes)
    })
    if (!(opened.data instanceof Uint8Array)) throw new VaultError('IMPORT_DAMAGED', { place: 'pgp' })
    return opened.data
  } catch (error) {
    // GnuPG makes the session key of the password itself: a wrong one only shows in what it opens to.
    const isPlainKey = sealed.some((packet) => !('encrypted' in packet) || packet.encrypted === null)
    throw refusal(error, isPlainKey)
  }
}

async function readPgp(bytes: Uint8Array) {
  try {
    return isArmored(bytes)
      ? await readMessage({ armoredMessage: Buffer.from(bytes).toString('utf8'), config: limitsFor(bytes) })
      : await readMessage({ binaryMessage: bytes, config: limitsFor(bytes) })
  } catch {
    throw new VaultError('IMPORT_DAMAGED', { place: 'pgp' })
  }
}

/** The library has messages and no codes. */
function refusal(error: unknown, isPlainKey: boolean): VaultError {
  const text = error instanceof Error ? error.message : ''
  if (/session key|password/i.test(text)) return new VaultError('WRONG_PASSWORD')
  if (/maxDecompressed|Maximum decompressed|Argon2 required memory/i.test(text))
    return new VaultError('IMPORT_REFUSED', { reason: 'size' })
  return isPlainKey ? new VaultError('WRONG_PASSWORD') : new VaultError('IMPORT_DAMAGED', { place: 'pgp' })
}
