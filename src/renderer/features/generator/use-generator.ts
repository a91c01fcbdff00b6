import { useState } from 'react'
import { type CharacterOptions, USUAL_PASSPHRASE } from '../../../shared/generator-views.ts'
import { call } from '../../api.ts'
import { useCopyGenerated } from './use-copy-generated.ts'
import { useGenerated } from './use-generated.ts'
import { useKeepSeen, useKeptSecrets } from './use-kept-secrets.ts'
import { usePassphrase } from './use-passphrase.ts'

export type GeneratorTab = 'passphrase' | 'characters' | 'pin'

const USUAL_CHARACTERS: CharacterOptions = {
  length: 20,
  lower: true,
  upper: true,
  digits: true,
  symbols: true,
  lookAlikes: false
}
const USUAL_PIN_DIGITS = 6

/** All three tabs live on behind the one that is shown: looking at another never costs a value. */
export function useGenerator() {
  const [tab, setTab] = useState<GeneratorTab>('passphrase')
  const [words, setWords] = useState(USUAL_PASSPHRASE)
  const [characters, setCharacters] = useState(USUAL_CHARACTERS)
  const [digits, setDigits] = useState(USUAL_PIN_DIGITS)
  const { kept, keep } = useKeptSecrets()
  const copy = useCopyGenerated()
  const passphrase = usePassphrase(words)
  const password = useGenerated(JSON.stringify(characters), () => call('generator.characters', characters))
  const pin = useGenerated(`${digits}`, () => call('generator.pin', { digits }))
  const copyAndKeep = (text: string): void => {
    keep(text)
    copy(text)
  }
  const current = {
    passphrase: { text: passphrase.text, reroll: passphrase.rollAll },
    characters: { text: password.value?.text ?? null, reroll: password.reroll },
    pin: { text: pin.value?.text ?? null, reroll: pin.reroll }
  }[tab]
  useKeepSeen(current.text, keep)
  return {
    tab,
    setTab,
    current,
    copy: copyAndKeep,
    /** Copied, or seen and rolled over: the vault keeps the last of them. */
    kept,
    passphrase: { passphrase, options: words, onOptions: setWords },
    characters: { generated: password, options: characters, onOptions: setCharacters },
    pin: { generated: pin, digits, onDigits: setDigits }
  } as const
}
