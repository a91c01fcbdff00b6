/** Seconds from the year 1 to 1970. */
const SECONDS_BEFORE_1970 = 62_135_596_800
const LAST = 2 ** 48 - 1

/** ISO 8601, or since KDBX 4 the seconds since the year 1, as 8 bytes in base64. Null for none and for those before 1971. */
export function keePassTime(text: string | undefined): number | null {
  if (text === undefined || text === '') return null
  const time = /^\d{4}-/.test(text) ? Date.parse(text) : fromBinary(text)
  // Programs write the first second of 1970, or of the year 1, for "never".
  return Number.isFinite(time) && time > 0 && time <= LAST ? time : null
}

function fromBinary(text: string): number {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length !== 8) return Number.NaN
  return (Number(bytes.readBigInt64LE()) - SECONDS_BEFORE_1970) * 1000
}

/** As KDBX 4 writes it; parts of a second are lost. */
export function binaryTime(at: number): string {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64LE(BigInt(Math.floor(at / 1000) + SECONDS_BEFORE_1970))
  return bytes.toString('base64')
}
