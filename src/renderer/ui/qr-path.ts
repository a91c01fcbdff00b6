import { encodeQR } from 'qr'

/** ISO/IEC 18004, section 6.3.8: four modules of white around it. */
const BORDER = 4

/** One stroke of the pen for each dark module, in a square of `size` modules a side, white border included. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER })
  const cells = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { path: cells.join(''), size: rows.length }
}
