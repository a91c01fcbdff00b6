import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { blobOf } from './ssh-key-facts.ts'
import { sshString } from './ssh-wire.ts'

const LINE = 70

/**
 * A new Ed25519 key in OpenSSH's own container (PROTOCOL.key), without a passphrase: the vault is what locks it. `ssh-add`
 * and `ssh -i` read it as it is.
 */
export function newSshKey(comment: string): { readonly privateKey: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { d = '', x = '' } = privateKey.export({ format: 'jwk' })
  const seed = Buffer.from(d, 'base64url')
  const point = Buffer.from(x, 'base64url')
  const blob = blobOf(publicKey) ?? Buffer.alloc(0)
  const check = randomBytes(4)
  const half = Buffer.concat([check, check, blob, sshString(Buffer.concat([seed, point])), sshString(comment)])
  const count = Buffer.from([0, 0, 0, 1])
  const container = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    sshString('none'),
    sshString('none'),
    sshString(''),
    count,
    sshString(blob),
    sshString(padded(half))
  ])
  const text = container.toString('base64').replace(new RegExp(`.{1,${LINE}}`, 'g'), '$&\n')
  for (const secret of [seed, half, container]) secret.fill(0)
  return {
    privateKey: `-----BEGIN OPENSSH PRIVATE KEY-----\n${text}-----END OPENSSH PRIVATE KEY-----\n`,
    publicKey: `ssh-ed25519 ${blob.toString('base64')}${comment === '' ? '' : ` ${comment}`}`
  }
}

/** 1, 2, 3, … up to a multiple of the block size, which is 8 without a cipher. */
function padded(bytes: Buffer): Buffer {
  const missing = (8 - (bytes.length % 8)) % 8
  return Buffer.concat([bytes, Uint8Array.from({ length: missing }, (_, place) => place + 1)])
}
