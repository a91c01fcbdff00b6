import { useCallback, useEffect, useState } from 'react'
import { call } from '../../api.ts'

type Recipe = { readonly length: number; readonly symbols: boolean }
type Made = { readonly text: string; readonly bits: number }

/** A new value for every change of the recipe; the vault process makes it and knows its bits exactly. */
export function useCharacters({ length, symbols }: Recipe): { readonly made: Made | null; reroll(): void } {
  const [made, setMade] = useState<Made | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let wanted = true
    call('generator.characters', { length, lower: true, upper: true, digits: true, symbols, lookAlikes: false }).then(
      (next) => wanted && setMade(next),
      () => wanted && setMade(null)
    )
    return () => {
      wanted = false
    }
  }, [length, symbols, turn])
  return { made, reroll: useCallback(() => setTurn((before) => before + 1), []) }
}
