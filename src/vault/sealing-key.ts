import { type HpkeKeyPair, hpkeKeyPair, hpkeOpen } from '../core/crypto/hpke.ts'
import { VaultError } from '../core/errors.ts'
import { utf8Bytes } from '../core/vault/text.ts'
import { type SealedSecret, SEALING_PURPOSE } from '../shared/sealed-secret.ts'

export type SealingKey = {
  /** In base64. Made when it is first asked for; the private half never leaves this process and ends with it. */
  publicKey(): string
  /** The text that was sealed. KEY_CHANGED for one that was meant for another process, BAD_REQUEST for a broken one. */
  open(sealed: SealedSecret): string
}

const CONTEXT = { info: utf8Bytes(SEALING_PURPOSE), aad: new Uint8Array() }

export function createSealingKey(): SealingKey {
  let made: HpkeKeyPair | null = null
  const pair = (): HpkeKeyPair => {
    made ??= hpkeKeyPair()
    return made
  }
  const publicKey = (): string => Buffer.from(pair().publicKey).toString('base64')
  return {
    publicKey,
    open({ to, key, box }) {
      if (to !== publicKey()) throw new VaultError('KEY_CHANGED')
      const bytes = hpkeOpen(pair(), { key: Buffer.from(key, 'base64'), box: Buffer.from(box, 'base64') }, CONTEXT)
      if (bytes === null) throw new VaultError('BAD_REQUEST')
      const text = readText(bytes)
      bytes.fill(0)
      return text
    }
  }
}

function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new VaultError('BAD_REQUEST')
  }
}
