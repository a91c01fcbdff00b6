import { useState } from 'react'
import { askedPlaces, isPhraseWord } from './phrase-proof.ts'

export type PhraseProof = {
  /** Places counting from 0. */
  readonly asked: readonly number[]
  readonly right: ReadonlySet<number>
  readonly hidden: boolean
  setHidden(hidden: boolean): void
  check(place: number, typed: string): void
  /** How many are still to be typed. */
  readonly left: number
}

export function usePhraseProof(words: readonly string[]): PhraseProof {
  const [asked] = useState(() => askedPlaces(words.length))
  const [right, setRight] = useState<ReadonlySet<number>>(new Set())
  const [hidden, setHidden] = useState(false)
  return {
    asked,
    right,
    hidden,
    setHidden,
    check: (place, typed) =>
      setRight((before) => {
        const next = new Set(before)
        if (isPhraseWord(typed, words[place] ?? '')) next.add(place)
        else next.delete(place)
        return next
      }),
    left: asked.length - right.size
  }
}
