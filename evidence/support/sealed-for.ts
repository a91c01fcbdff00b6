import { hpkeSeal } from '../../src/core/crypto/hpke.ts'
import { utf8Bytes } from '../../src/core/vault/text.ts'
import { type SealedSecret, SEALING_PURPOSE } from '../../src/shared/sealed-secret.ts'

type Answer = { readonly ok: boolean; readonly value?: unknown }
type Ask = (method: string, input?: unknown) => Promise<Answer>

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** As the page seals it, to the key that the vault process has just given. */
export async function sealedFor(
  ask: Ask,
  text: string,
  method: 'session.sealingKey' | 'vault.prepare' = 'session.sealingKey'
): Promise<SealedSecret> {
  const { value } = await ask(method, undefined)
  const { key: to } = value as { readonly key: string }
  const context = { info: utf8Bytes(SEALING_PURPOSE), aad: new Uint8Array() }
  const { key, box } = hpkeSeal(Buffer.from(to, 'base64'), utf8Bytes(text), context)
  return { to, key: base64(key), box: base64(box) }
}
