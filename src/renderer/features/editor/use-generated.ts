import { useCallback, useEffect, useState } from 'react'
import { call } from '../../api.ts'

export type Recipe = {
  readonly kind: 'passphrase' | 'characters'
  readonly words: number
  readonly length: number
  readonly symbols: boolean
}

type Made = { readonly text: string; readonly bits: number }

/** A new value for every change of the recipe; the vault process makes it and knows its bits exactly. */
export function useGenerated(recipe: Recipe): { readonly made: Made | null; reroll(): void } {
  const [made, setMade] = useState<Made | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let wanted = true
    generate(recipe).then(
      (next) => wanted && setMade(next),
      () => wanted && setMade(null)
    )
    return () => {
      wanted = false
    }
  }, [recipe, turn])
  return { made, reroll: useCallback(() => setTurn((before) => before + 1), []) }
}

const generate = ({ kind, words, length, symbols }: Recipe): Promise<Made> =>
  kind === 'passphrase'
    ? call('generator.passphrase', { list: 'eff-large', words, separator: 'hyphen', capitals: false, digit: false })
    : call('generator.characters', { length, lower: true, upper: true, digits: true, symbols, lookAlikes: false })
