import { type SealedSecret, SEALING_PURPOSE, type WithSecrets } from '../shared/sealed-secret.ts'
import { hpkeSeal } from './hpke.ts'

const TYPED = Symbol('typed')

/** What somebody typed, on its way into a call, which seals it. */
export type Secret = { readonly [TYPED]: string }
export type FromPage<Value> = WithSecrets<Value, Secret>

export const secret = (text: string): Secret => ({ [TYPED]: text })

/** Whether anything in this has to be sealed before it leaves the page. */
export function holdsSecret(input: unknown): boolean {
  if (typeof input !== 'object' || input === null) return false
  return isSecret(input) || Object.values(input).some(holdsSecret)
}

/** The same with each secret sealed to the vault process whose key this is, in base64. */
export async function sealSecrets(input: unknown, to: string): Promise<unknown> {
  if (typeof input !== 'object' || input === null) return input
  if (isSecret(input)) return seal(input[TYPED], to)
  if (Array.isArray(input)) return Promise.all(input.map((each: unknown) => sealSecrets(each, to)))
  const sealed = Object.entries(input).map(async ([name, value]) => [name, await sealSecrets(value, to)] as const)
  return Object.fromEntries(await Promise.all(sealed))
}

const isSecret = (value: object): value is Secret => TYPED in value

async function seal(text: string, to: string): Promise<SealedSecret> {
  const encoder = new TextEncoder()
  const context = { info: encoder.encode(SEALING_PURPOSE), aad: new Uint8Array() }
  const { key, box } = await hpkeSeal(fromBase64(to), encoder.encode(text), context)
  return { to, key: toBase64(key), box: toBase64(box) }
}

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0))

function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
