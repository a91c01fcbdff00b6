import { concatBytes } from '../../../core/bytes.ts'
import { VaultError } from '../../../core/errors.ts'
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

/** As text it is several times as large in memory; nobody sends more than this in lines. */
const MAX_ARMORED = 64 * 2 ** 20
const COLUMNS = 64

/** The file in lines of text, strictly read but for white space around them. IMPORT_DAMAGED { place }, IMPORT_REFUSED. */
export function dearmored(bytes: Uint8Array): Uint8Array {
  if (bytes.length > MAX_ARMORED) throw new VaultError('IMPORT_REFUSED', { reason: 'size' })
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const [begin, ...body] = text.trim().replaceAll('\r\n', '\n').split('\n')
  const end = body.pop()
  const joined = body.join('')
  const isWrapped = body.every((line, index) => (index < body.length - 1 ? line.length === COLUMNS : fits(line)))
  const file = Buffer.from(joined, 'base64')
  // What decodes leniently must be the one text of its bytes.
  if (begin !== BEGIN || end !== END || !isWrapped || file.toString('base64') !== joined)
    throw new VaultError('IMPORT_DAMAGED', { place: 'age' })
  return Uint8Array.from(file)
}

const fits = (last: string): boolean => last.length > 0 && last.length <= COLUMNS
