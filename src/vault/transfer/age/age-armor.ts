import { concatBytes } from '../../../core/bytes.ts'
import { utf8Bytes } from '../../../core/vault/text.ts'

const BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----'
const END = '-----END AGE ENCRYPTED FILE-----'
/** Bytes of one line of 64 characters. */
const LINE = 48

/** The pieces of a file as lines of text that survive mail and chat (C2SP age, "ASCII armor"). */
export async function* armored(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  yield utf8Bytes(`${BEGIN}\n`)
  let rest: Uint8Array = new Uint8Array(0)
  for await (const piece of pieces) {
    const bytes = concatBytes(rest, piece)
    const whole = bytes.length - (bytes.length % LINE)
    if (whole > 0) yield utf8Bytes(lines(bytes.subarray(0, whole)))
    rest = bytes.subarray(whole)
  }
  yield utf8Bytes(`${lines(rest)}${END}\n`)
}

function lines(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('base64')
  return (text.match(/.{1,64}/g) ?? []).map((line) => `${line}\n`).join('')
}

export function isArmored(bytes: Uint8Array): boolean {
  return new TextDecoder().decode(bytes.subarray(0, 256)).trimStart().startsWith(BEGIN)
}
