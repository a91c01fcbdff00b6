import { type RefObject, useRef, useState } from 'react'
import { takeValue } from '../../ui/take-value.ts'
import { isSamePassword } from './password-rules.ts'

export type Again = {
  readonly input: RefObject<HTMLInputElement | null>
  readonly mismatch: boolean
  /** Remembers what was chosen, until it is used or forgotten. */
  choose(password: string): void
  /** The chosen password when what was typed is the same, else null; the field is empty either way. */
  confirm(): string | null
  forget(): void
}

/** A new password is typed twice. In between it waits in a ref: state would keep copies of it in React's trees. */
export function useAgain(): Again {
  const input = useRef<HTMLInputElement>(null)
  const chosen = useRef<string | null>(null)
  const [mismatch, setMismatch] = useState(false)
  return {
    input,
    mismatch,
    choose(password) {
      chosen.current = password
      setMismatch(false)
    },
    confirm() {
      const same = chosen.current !== null && isSamePassword(takeValue(input.current), chosen.current)
      setMismatch(!same)
      if (!same) input.current?.focus()
      return same ? chosen.current : null
    },
    forget() {
      chosen.current = null
    }
  }
}
