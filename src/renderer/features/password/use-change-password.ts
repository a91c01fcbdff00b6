import { type RefObject, useRef, useState } from 'react'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { errorCode } from '../../error-text.ts'
import { useSession } from '../../session/session.ts'
import { type Task, useTask } from '../../session/use-task.ts'
import { takeValue } from '../../ui/take-value.ts'
import { type Again, useAgain } from './use-again.ts'
import { type NewPassword, useNewPassword } from './use-new-password.ts'

export type ChangeStep =
  | { readonly at: 'current' }
  | { readonly at: 'next' }
  | { readonly at: 'again' }
  | { readonly at: 'phrase' }
  | { readonly at: 'sheet'; readonly words: readonly string[] }

export type ChangeModel = {
  readonly step: ChangeStep
  readonly current: RefObject<HTMLInputElement | null>
  /** The vault refused the current password. */
  readonly wrong: boolean
  takeCurrent(): void
  readonly password: NewPassword
  typeAgain(): void
  readonly again: Again
  confirmAgain(): void
  readonly keep: boolean
  setKeep(keep: boolean): void
  readonly phrase: RefObject<HTMLTextAreaElement | null>
  readonly change: Task<[]>
  back(to: 'current' | 'next'): void
}

/** Everything is asked first; the vault is changed at the end, in one piece, or not at all. */
export function useChangePassword(german: boolean, onDone: () => void): ChangeModel {
  const { refresh, session } = useSession()
  const [step, setStep] = useState<ChangeStep>({ at: 'current' })
  const [wrong, setWrong] = useState(false)
  const [keep, setKeep] = useState(false)
  const current = useRef<HTMLInputElement>(null)
  const phrase = useRef<HTMLTextAreaElement>(null)
  const secrets = useRef({ current: '', next: '' })
  const password = useNewPassword(german ? 'de' : 'eff-large', session.status === 'unlocked' ? session.vault.name : '')
  const again = useAgain()
  const change = useTask(async () => {
    const keepPhrase = takeValue(phrase.current)
    try {
      const { current: before, next } = secrets.current
      const kept = keep ? { keepPhrase: secret(keepPhrase) } : {}
      const input = { current: secret(before), next: secret(next), ...kept }
      const { recoveryPhrase } = await call('vault.changeMasterPassword', input)
      secrets.current = { current: '', next: '' }
      again.forget()
      await refresh()
      if (recoveryPhrase === null) onDone()
      else setStep({ at: 'sheet', words: recoveryPhrase })
    } catch (error) {
      if (errorCode(error) !== 'WRONG_PASSWORD') throw error
      setWrong(true)
      setStep({ at: 'current' })
    }
  })
  return {
    step,
    current,
    wrong,
    takeCurrent() {
      secrets.current.current = takeValue(current.current)
      if (secrets.current.current === '') return
      setWrong(false)
      // Where only the current one was wrong, the new one need not be chosen again.
      setStep({ at: secrets.current.next === '' ? 'next' : 'phrase' })
    },
    password,
    typeAgain() {
      if (!password.ready) return
      again.choose(password.take())
      setStep({ at: 'again' })
    },
    again,
    confirmAgain() {
      const next = again.confirm()
      if (next === null) return
      secrets.current.next = next
      setStep({ at: 'phrase' })
    },
    keep,
    setKeep,
    phrase,
    change,
    back(to) {
      secrets.current.next = ''
      change.clear()
      setStep({ at: to })
    }
  }
}
