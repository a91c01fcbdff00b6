import * as v from 'valibot'

/**
 * A secret that somebody typed, on its way from the page to the vault process: sealed (HPKE, RFC 9180) to a key that
 * exists in that process alone. Main hands it on and cannot read it, so that no copy of it stays behind in main.
 */

/** What it is sealed for; the `info` of the RFC. */
export const SEALING_PURPOSE = 'coffer/1/sealed-secret'

/** An X25519 key in base64. */
export const publicKey = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/))

const TAG_BYTES = 16
const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4

/** At most so many bytes of UTF-8. `to` is the key of the vault process, `key` the one that was made for this secret. */
export const sealedSecret = (longest: number) =>
  v.strictObject({
    to: publicKey,
    key: publicKey,
    box: v.pipe(
      v.string(),
      v.minLength(base64Length(TAG_BYTES)),
      v.maxLength(base64Length(longest + TAG_BYTES)),
      v.regex(/^[A-Za-z0-9+/]+={0,2}$/)
    )
  })
export type SealedSecret = v.InferOutput<ReturnType<typeof sealedSecret>>

export const sealedPassword = sealedSecret(4096)
export const sealedPhrase = sealedSecret(1024)

/** The same with something else in the place of each sealed secret: the text in it, or what is yet to be sealed. */
export type WithSecrets<Value, As> = Value extends SealedSecret
  ? As
  : Value extends object
    ? { [Name in keyof Value]: WithSecrets<Value[Name], As> }
    : Value
/** As the vault process reads it. */
export type Opened<Value> = WithSecrets<Value, string>

/** The sealed secrets in what a schema has let through. */
export function sealedIn(input: unknown): readonly SealedSecret[] {
  if (typeof input !== 'object' || input === null) return []
  return isSealed(input) ? [input] : Object.values(input).flatMap(sealedIn)
}

/** The same with each sealed secret replaced by what `open` makes of it. */
export function openSealedIn(input: unknown, open: (sealed: SealedSecret) => string): unknown {
  if (typeof input !== 'object' || input === null) return input
  if (isSealed(input)) return open(input)
  if (Array.isArray(input)) return input.map((each: unknown) => openSealedIn(each, open))
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, openSealedIn(value, open)]))
}

// No other schema of the contract has these three names together, and all of them are strict.
const isSealed = (value: object): value is SealedSecret => 'to' in value && 'key' in value && 'box' in value
