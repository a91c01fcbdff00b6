import { highlightParts } from './highlight-parts.ts'

type HighlightedProps = { readonly text: string; readonly hits: readonly (readonly [number, number])[] }

export function Highlighted({ text, hits }: HighlightedProps) {
  if (hits.length === 0) return text
  return highlightParts(text, hits).map((part, place) =>
    part.hit ? <mark key={`${place}`}>{part.text}</mark> : <span key={`${place}`}>{part.text}</span>
  )
}
