import { type RefObject, useRef, useState } from 'react'
import type { ChosenFile, VaultView } from '../../../shared/vault-views.ts'
import { ApiError, call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { errorCode } from '../../error-text.ts'
import { type Task, useTask } from '../../session/use-task.ts'
import { takeValue } from '../../ui/take-value.ts'
import { type Again, useAgain } from '../password/use-again.ts'
import { type NewPassword, useNewPassword } from '../password/use-new-password.ts'
import { countWords } from './phrase-proof.ts'

export const PHRASE_WORDS = 24

export type RecoverStep =
  | { readonly at: 'words' }
  | { readonly at: 'next' }
  | { readonly at: 'again' }
  | { readonly at: 'phrase'; readonly vault: VaultView; readonly words: readonly string[] }

export type RecoverModel = {
  readonly step: RecoverStep
  readonly typed: RefObject<HTMLTextAreaElement | null>
  readonly count: number
  readWords(): void
  /** What the vault said to the words, shown where they are typed. */
  readonly refused: unknown
  readonly takeWords: () => void
  readonly password: NewPassword
  typeAgain(): void
  readonly again: Again
  readonly recover: Task<[]>
  /** The file is older than the vault last seen here: since when changes are missing. Confirming again goes on from it. */
  readonly older: number | null
  back(to: 'words' | 'next'): void
}

const ABOUT_WORDS: ReadonlySet<string> = new Set(['WRONG_RECOVERY_PHRASE', 'BAD_RECOVERY_PHRASE'])

export function useRecover(file: ChosenFile, german: boolean): RecoverModel {
  const [step, setStep] = useState<RecoverStep>({ at: 'words' })
  const [count, setCount] = useState(0)
  const [refused, setRefused] = useState<unknown>(null)
  const [older, setOlder] = useState<number | null>(null)
  const typed = useRef<HTMLTextAreaElement>(null)
  const phrase = useRef('')
  const password = useNewPassword(german ? 'de' : 'eff-large', file.name)
  const again = useAgain()
  const back = (to: 'words' | 'next'): void => {
    again.forget()
    if (to === 'words') phrase.current = ''
    setCount(0)
    setOlder(null)
    setStep({ at: to })
  }
  const checkWords = useTask(async () => {
    if (count !== PHRASE_WORDS) return
    try {
      // Left in the field when it is refused: one wrong letter is no reason to type the other 23 words again.
      await call('vault.checkPhrase', { phrase: secret(typed.current?.value ?? '') })
      phrase.current = takeValue(typed.current)
      setStep({ at: 'next' })
    } catch (error) {
      setRefused(error)
    }
  })
  const recover = useTask(async () => {
    const newMasterPassword = again.confirm()
    if (newMasterPassword === null) return
    try {
      const secrets = { phrase: secret(phrase.current), newMasterPassword: secret(newMasterPassword) }
      const done = await call('vault.recover', { file: file.handle, ...secrets, acceptOlder: older !== null })
      again.forget()
      phrase.current = ''
      setStep({ at: 'phrase', vault: done.vault, words: done.recoveryPhrase })
    } catch (error) {
      const since = rolledBackSince(error)
      if (since !== null) return setOlder(since)
      if (!ABOUT_WORDS.has(errorCode(error))) throw error
      setRefused(error)
      back('words')
    }
  })
  return {
    step,
    typed,
    count,
    readWords() {
      setRefused(null)
      setCount(countWords(typed.current?.value ?? ''))
    },
    refused,
    takeWords: checkWords.run,
    password,
    typeAgain() {
      if (!password.ready) return
      again.choose(password.take())
      setStep({ at: 'again' })
    },
    again,
    recover,
    older,
    back
  }
}

function rolledBackSince(error: unknown): number | null {
  if (!(error instanceof ApiError) || error.code !== 'VAULT_ROLLED_BACK') return null
  return Number(error.detail['missingSince'] ?? 0)
}
