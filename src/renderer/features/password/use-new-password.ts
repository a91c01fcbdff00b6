import { type RefObject, useRef, useState } from 'react'
import type { PassphraseOptions, WordListId } from '../../../shared/generator-views.ts'
import { takeValue } from '../../ui/take-value.ts'
import { type Passphrase, usePassphrase } from '../generator/use-passphrase.ts'
import type { Told } from '../strength/asker.ts'
import { useStrength } from '../strength/use-strength.ts'
import { missingCharacters } from './password-rules.ts'

export type PasswordMode = 'generated' | 'own'

export type NewPassword = {
  readonly mode: PasswordMode
  setMode(mode: PasswordMode): void
  readonly passphrase: Passphrase
  readonly list: WordListId
  setList(list: WordListId): void
  readonly input: RefObject<HTMLInputElement | null>
  /** Of one's own password: how many characters are missing, and its strength once there is something to tell. */
  readonly missing: number
  readonly told: Told | null
  readOwn(): void
  readonly ready: boolean
  /** What was chosen. One's own is taken out of the field; generated words stay where one can look at them again. */
  take(): string
}

export function useNewPassword(firstList: WordListId, vaultName: string): NewPassword {
  const [mode, setMode] = useState<PasswordMode>('generated')
  const [list, setList] = useState(firstList)
  const options: PassphraseOptions = { list, words: 6, separator: 'space', capitals: false, digit: false }
  const passphrase = usePassphrase(options)
  const own = useOwnPassword(vaultName)
  return {
    mode,
    setMode(next) {
      own.reset()
      setMode(next)
    },
    passphrase,
    list,
    setList,
    input: own.input,
    missing: own.missing,
    told: own.told,
    readOwn: own.read,
    ready: mode === 'generated' ? passphrase.text !== null : own.missing === 0,
    take() {
      if (mode === 'generated') return passphrase.text ?? ''
      const text = takeValue(own.input.current)
      own.reset()
      return text
    }
  }
}

/** The text stays in its field; only its length and strength become state. */
function useOwnPassword(vaultName: string) {
  const input = useRef<HTMLInputElement>(null)
  const [missing, setMissing] = useState(() => missingCharacters(''))
  const [told, asker] = useStrength()
  return {
    input,
    missing,
    told,
    read() {
      const password = input.current?.value ?? ''
      setMissing(missingCharacters(password))
      if (password === '') asker.clear()
      else asker.ask(() => ({ password: input.current?.value ?? '', beside: [vaultName] }))
    },
    reset() {
      takeValue(input.current)
      setMissing(missingCharacters(''))
      asker.clear()
    }
  }
}
