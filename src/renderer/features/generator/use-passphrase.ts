import { useEffect, useRef, useState } from 'react'
import type { GeneratedPassphrase, PassphraseOptions } from '../../../shared/generator-views.ts'
import { call } from '../../api.ts'
import { bitsPerWord, replaceRow, resizeRolls, type Rolls, rollsInput } from './rolls.ts'

export type Passphrase = {
  /** Null until the first one is there. */
  readonly phrase: GeneratedPassphrase | null
  readonly dicePerWord: number
  /** Words that wait for the user's own dice, and how many of the rolls each still needs. */
  readonly waiting: ReadonlyMap<number, number>
  /** The whole text, once no word waits. */
  readonly text: string | null
  /** Exact, of the words that do not wait. */
  readonly bits: number
  readonly error: unknown
  rollAll(): void
  rollWord(word: number): void
  typeWord(word: number): void
  typeAll(): void
  /** How many rolls of a word are still missing. */
  typed(word: number, missing: number): void
  /** All rolls of a word, as they came off the table. */
  rolled(word: number, faces: readonly number[]): void
}

/** A passphrase and the dice behind it. Another separator or one word more keeps the words that there are. */
export function usePassphrase(options: PassphraseOptions): Passphrase {
  const [phrase, setPhrase] = useState<GeneratedPassphrase | null>(null)
  const [waiting, setWaiting] = useState<ReadonlyMap<number, number>>(new Map())
  const [error, setError] = useState<unknown>(null)
  const turn = useRef(0)
  const made = useRef<{ rolls: Rolls; list: PassphraseOptions['list'] } | null>(null)

  /** Only the last request counts: an earlier answer that comes late must not bring old words back. */
  const make = (rolls: () => Promise<Rolls | null>): void => {
    turn.current += 1
    const mine = turn.current
    makePhrase(options, rolls).then(
      (next) => {
        if (mine !== turn.current) return
        made.current = { rolls: next.rolls, list: options.list }
        setError(null)
        setPhrase(next)
      },
      (thrown: unknown) => mine === turn.current && setError(thrown)
    )
  }
  const wait = (change: (map: Map<number, number>) => void): void =>
    setWaiting((before) => {
      const next = new Map(before)
      change(next)
      return next
    })
  const current = (): Rolls => made.current?.rolls ?? []

  const { list, words, separator, capitals, digit } = options
  useEffect(() => {
    const kept = made.current?.list === list ? current() : []
    if (kept.length === 0) setWaiting(new Map())
    wait((map) => [...map.keys()].filter((word) => word >= words).forEach((word) => map.delete(word)))
    make(async () => (kept.length === 0 ? null : resizeRolls(kept, await freshRolls(options), words)))
    // The options are compared one by one: a new object with the same ones must not roll again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [list, words, separator, capitals, digit])

  const dicePerWord = phrase?.rolls[0]?.length ?? (list === 'eff-large' || list === 'de' ? 5 : 4)
  return {
    phrase,
    dicePerWord,
    waiting,
    error,
    text: phrase !== null && waiting.size === 0 ? phrase.text : null,
    bits: phrase === null ? 0 : Math.max(0, phrase.bits - waiting.size * bitsPerWord(dicePerWord)),
    rollAll() {
      setWaiting(new Map())
      make(async () => null)
    },
    rollWord(word) {
      wait((map) => map.delete(word))
      make(async () => {
        const fresh = (await freshRolls(options))[word]
        return fresh === undefined ? null : replaceRow(current(), word, fresh)
      })
    },
    typeWord: (word) => wait((map) => map.set(word, dicePerWord)),
    typeAll: () => setWaiting(new Map(current().map((_, word) => [word, dicePerWord]))),
    typed: (word, missing) => wait((map) => map.set(word, missing)),
    rolled(word, faces) {
      wait((map) => map.delete(word))
      // At once, not with the answer: the dice of the next word may be typed before it comes.
      const rolls = replaceRow(current(), word, faces)
      made.current = { rolls, list }
      make(async () => rolls)
    }
  }
}

const freshRolls = async (options: PassphraseOptions): Promise<Rolls> =>
  (await call('generator.passphrase', options)).rolls

async function makePhrase(
  options: PassphraseOptions,
  rolls: () => Promise<Rolls | null>
): Promise<GeneratedPassphrase> {
  const chosen = await rolls()
  if (chosen === null) return call('generator.passphrase', options)
  return call('generator.fromRolls', { options, rolls: rollsInput(chosen) })
}
