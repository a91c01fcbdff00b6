import { useState } from 'react'
import type { ChosenFile, VaultView } from '../../../shared/vault-views.ts'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { type Task, useTask } from '../../session/use-task.ts'
import { type Again, useAgain } from '../password/use-again.ts'
import { type NewPassword, useNewPassword } from '../password/use-new-password.ts'

export type FirstRunStep =
  | { readonly at: 'place' }
  | { readonly at: 'passphrase' }
  | { readonly at: 'again' }
  | { readonly at: 'phrase'; readonly vault: VaultView; readonly words: readonly string[] }
  | { readonly at: 'items'; readonly vault: VaultView }

export type FirstRunModel = {
  readonly step: FirstRunStep
  readonly name: string
  setName(name: string): void
  readonly place: ChosenFile | null
  readonly choose: Task<[]>
  readonly password: NewPassword
  readonly again: Again
  readonly create: Task<[]>
  go(at: 'place' | 'passphrase'): void
  /** From the chosen words or password to typing them again. */
  typeAgain(): void
  proved(): void
}

export function useFirstRun(firstName: string, german: boolean): FirstRunModel {
  const [step, setStep] = useState<FirstRunStep>({ at: 'place' })
  const [name, setName] = useState(firstName)
  const [place, setPlace] = useState<ChosenFile | null>(null)
  const password = useNewPassword(german ? 'de' : 'eff-large', name)
  const again = useAgain()
  const choose = useTask(async () => {
    const chosen = await call('vault.choosePlace', { name: name.trim() })
    if (chosen === null) return
    setPlace(chosen)
    setStep({ at: 'passphrase' })
  })
  const create = useTask(async () => {
    const masterPassword = again.confirm()
    if (masterPassword === null || place === null) return
    const made = await call('vault.create', {
      place: place.handle,
      name: name.trim(),
      masterPassword: secret(masterPassword)
    })
    again.forget()
    setStep({ at: 'phrase', vault: made.vault, words: made.recoveryPhrase })
  })
  return {
    step,
    name,
    setName,
    place,
    choose,
    password,
    again,
    create,
    go(at) {
      again.forget()
      create.clear()
      setStep({ at })
    },
    typeAgain() {
      if (!password.ready) return
      again.choose(password.take())
      setStep({ at: 'again' })
    },
    proved: () => step.at === 'phrase' && setStep({ at: 'items', vault: step.vault })
  }
}
