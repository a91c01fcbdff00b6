import { encodeQR } from 'qr'
import { useMemo } from 'react'

type PhraseQrProps = {
  readonly words: readonly string[]
  readonly label: string
  readonly className?: string | undefined
}

/** The words as a square that a camera reads: on paper, next to the words, for whoever would mistype them. */
export function PhraseQr({ words, label, className }: PhraseQrProps) {
  const { path, size } = useMemo(() => qrPath(words.join(' ')), [words])
  return (
    <svg
      className={className}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  )
}

/** One stroke of the pen for each dark cell, in units of a cell. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium' })
  const cells = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { path: cells.join(''), size: rows.length }
}
