import { type RefObject, useEffect, useRef, useState } from 'react'
import type { PassphraseOptions, WordListId } from '../../../shared/generator-views.ts'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { takeValue } from '../../ui/take-value.ts'
import { type Passphrase, usePassphrase } from '../generator/use-passphrase.ts'
import { missingCharacters } from './password-rules.ts'

export type PasswordMode = 'generated' | 'own'

export type NewPassword = {
  readonly mode: PasswordMode
  setMode(mode: PasswordMode): void
  readonly passphrase: Passphrase
  readonly list: WordListId
  setList(list: WordListId): void
  readonly input: RefObject<HTMLInputElement | null>
  /** Of one's own password: how many characters are missing, and its estimated strength once it is known. */
  readonly missing: number
  readonly estimate: number | null
  readOwn(): void
  readonly ready: boolean
  /** What was chosen. One's own is taken out of the field; generated words stay where one can look at them again. */
  take(): string
}

const ESTIMATE_AFTER_MS = 200

export function useNewPassword(firstList: WordListId = 'eff-large'): NewPassword {
  const [mode, setMode] = useState<PasswordMode>('generated')
  const [list, setList] = useState(firstList)
  const options: PassphraseOptions = { list, words: 6, separator: 'space', capitals: false, digit: false }
  const passphrase = usePassphrase(options)
  const own = useOwnPassword()
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
    estimate: own.estimate,
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
function useOwnPassword() {
  const input = useRef<HTMLInputElement>(null)
  const [missing, setMissing] = useState(() => missingCharacters(''))
  const [estimate, setEstimate] = useState<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const askStrength = async (): Promise<void> => {
    const password = input.current?.value ?? ''
    if (password === '') return
    const { bits } = await call('vault.estimatePassword', { password: secret(password) })
    if (input.current?.value === password) setEstimate(bits)
  }

  return {
    input,
    missing,
    estimate,
    read() {
      clearTimeout(timer.current)
      setMissing(missingCharacters(input.current?.value ?? ''))
      if (input.current?.value === '') setEstimate(null)
      timer.current = setTimeout(() => void askStrength().catch(() => setEstimate(null)), ESTIMATE_AFTER_MS)
    },
    reset() {
      clearTimeout(timer.current)
      takeValue(input.current)
      setMissing(missingCharacters(''))
      setEstimate(null)
    }
  }
}
