import { VaultError } from '../../core/errors.ts'

/** A QR code as one path of squares, in a box of `size` units a side. */
export type QrDrawing = { readonly size: number; readonly path: string }

/** Four modules of white around it: ISO/IEC 18004, section 6.3.8. */
const BORDER = 4
/** The most that the largest code holds at this level of correction. */
const MOST_BYTES = 2331

/** TOO_LARGE for a text that no code holds. */
export async function drawQr(text: string): Promise<QrDrawing> {
  if (Buffer.byteLength(text) > MOST_BYTES) throw new VaultError('TOO_LARGE')
  // Loading it fills tables: work and megabytes for every opening of a vault, of which few draw a code.
  const { encodeQR } = await import('qr')
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER })
  const runs = rows.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`))
  return { size: rows.length, path: runs.join('') }
}

/** Neighbouring dark modules as one rectangle: no seams between them at any scale. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = []
  row.forEach((dark, x) => {
    const last = runs.at(-1)
    if (!dark) return
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1
    else runs.push([x, 1])
  })
  return runs
}
