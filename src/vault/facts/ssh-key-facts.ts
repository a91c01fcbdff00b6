import { createHash, createPublicKey, type KeyObject } from 'node:crypto'
import { readSsh, sshInteger, sshString } from './ssh-wire.ts'

export type SshKeyFacts = {
  /** For people: `ED25519`, `RSA 4096`, `ECDSA P-256`. */
  readonly keyType: string
  /** `SHA256:…`, as ssh-keygen prints it. */
  readonly fingerprint: string
  /** As it stands in authorized_keys, without a comment where none is known. */
  readonly publicKey: string
}

const MOST_TEXT = 65_536
const NAMES: Readonly<Record<string, string>> = {
  'ssh-ed25519': 'ED25519',
  'ssh-dss': 'DSA',
  'ecdsa-sha2-nistp256': 'ECDSA P-256',
  'ecdsa-sha2-nistp384': 'ECDSA P-384',
  'ecdsa-sha2-nistp521': 'ECDSA P-521',
  'sk-ssh-ed25519@openssh.com': 'ED25519-SK',
  'sk-ecdsa-sha2-nistp256@openssh.com': 'ECDSA-SK P-256'
}

/** Of a public key (one line, or RFC 4716) or of the public half of a private one; null for anything else. */
export function sshKeyFacts(text: string): SshKeyFacts | null {
  if (text.length > MOST_TEXT) return null
  const found = fromLine(text) ?? fromBlock(text, 'SSH2 PUBLIC KEY') ?? fromOpenssh(text) ?? fromPem(text)
  if (found === null) return null
  const name = readSsh(found.blob).string()?.toString('latin1') ?? ''
  const keyType = name === 'ssh-rsa' ? rsaName(found.blob) : NAMES[name]
  if (keyType === undefined || keyType === null) return null
  const digest = createHash('sha256').update(found.blob).digest('base64').replace(/=+$/, '')
  const publicKey = `${name} ${found.blob.toString('base64')}${found.comment === '' ? '' : ` ${found.comment}`}`
  return { keyType, fingerprint: `SHA256:${digest}`, publicKey }
}

type Found = { readonly blob: Buffer; readonly comment: string }

/** The first line that looks like one; options before the key (authorized_keys) are passed over. */
function fromLine(text: string): Found | null {
  const line = /(?:^|[\s"])((?:ssh-|ecdsa-|sk-)[a-z0-9@.-]+) ([A-Za-z0-9+/]{16,}={0,2})(?:[ \t]+([^\r\n]*))?/m.exec(
    text
  )
  if (line === null) return null
  const blob = Buffer.from(line[2] ?? '', 'base64')
  // What stands inside is what counts: a name in front of another kind of key would be a lie.
  return readSsh(blob).string()?.toString('latin1') === line[1] ? { blob, comment: (line[3] ?? '').trim() } : null
}

function fromBlock(text: string, name: string): Found | null {
  const body = new RegExp(`-----? ?BEGIN ${name} ?-----?([^]*?)-----? ?END ${name}`).exec(text)?.[1]
  if (body === undefined) return null
  // RFC 4716, section 3.3: header lines, which a backslash continues.
  const base64 = body.replace(/^[A-Za-z0-9-]+:[^]*?[^\\]$/gm, '').replace(/\s/g, '')
  return /^[A-Za-z0-9+/]+=*$/.test(base64) ? { blob: Buffer.from(base64, 'base64'), comment: '' } : null
}

/** The public half stands in the clear, also where a passphrase locks the private one. OpenSSH, PROTOCOL.key. */
function fromOpenssh(text: string): Found | null {
  const container = fromBlock(text, 'OPENSSH PRIVATE KEY')?.blob
  const magic = 'openssh-key-v1\0'
  if (container === undefined || container.subarray(0, magic.length).toString('latin1') !== magic) return null
  const reader = readSsh(container)
  reader.skip(magic.length)
  for (let skipped = 0; skipped < 3; skipped++) if (reader.string() === null) return null
  reader.skip(4)
  const blob = reader.string()
  return blob === null ? null : { blob, comment: '' }
}

/** PKCS #1, PKCS #8, SEC 1; not where a passphrase locks it, since nothing of it is readable then. */
function fromPem(text: string): Found | null {
  if (!/-----BEGIN (?:RSA |EC )?PRIVATE KEY-----/.test(text)) return null
  try {
    const blob = blobOf(createPublicKey(text))
    return blob === null ? null : { blob, comment: '' }
  } catch {
    return null
  }
}

const CURVES: Readonly<Record<string, string>> = { 'P-256': 'nistp256', 'P-384': 'nistp384', 'P-521': 'nistp521' }

/** RFC 4253, section 6.6; RFC 5656, section 3.1; RFC 8709, section 4. */
export function blobOf(key: KeyObject): Buffer | null {
  const { kty, crv = '', x = '', y = '', n = '', e = '' } = key.export({ format: 'jwk' })
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64url')
  if (kty === 'OKP' && crv === 'Ed25519') return Buffer.concat([sshString('ssh-ed25519'), sshString(bytes(x))])
  if (kty === 'RSA') return Buffer.concat([sshString('ssh-rsa'), sshInteger(bytes(e)), sshInteger(bytes(n))])
  const curve = CURVES[crv]
  if (kty !== 'EC' || curve === undefined) return null
  const point = Buffer.concat([Buffer.of(4), bytes(x), bytes(y)])
  return Buffer.concat([sshString(`ecdsa-sha2-${curve}`), sshString(curve), sshString(point)])
}

function rsaName(blob: Buffer): string | null {
  const reader = readSsh(blob)
  reader.string()
  reader.string()
  const modulus = reader.string()
  if (modulus === null) return null
  const first = modulus.findIndex((byte) => byte !== 0)
  if (first < 0) return null
  return `RSA ${(modulus.length - first) * 8 - Math.clz32(modulus[first] ?? 0) + 24}`
}
