import { useEffect, useRef, useState } from 'react'
import type { GeneratedPassword } from '../../../shared/generator-views.ts'

export type Generated = { readonly value: GeneratedPassword | null; readonly reroll: () => void }

/** A value made anew whenever `wish` (the options, as text) changes, and when asked. Only the last request counts. */
export function useGenerated(wish: string, make: () => Promise<GeneratedPassword>): Generated {
  const [value, setValue] = useState<GeneratedPassword | null>(null)
  const turn = useRef(0)
  const latest = useRef(make)
  useEffect(() => {
    latest.current = make
  })
  const [reroll] = useState(() => () => {
    turn.current += 1
    const mine = turn.current
    latest.current().then(
      (next) => mine === turn.current && setValue(next),
      () => mine === turn.current && setValue(null)
    )
  })
  useEffect(reroll, [wish, reroll])
  return { value, reroll }
}
