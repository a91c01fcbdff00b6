import type { RefObject } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { PasswordInput } from '../../ui/password-input.tsx'
import styles from './new-password.module.css'

type AgainFieldProps = { readonly ref: RefObject<HTMLInputElement | null>; readonly mismatch: boolean }

export function AgainField({ ref, mismatch }: AgainFieldProps) {
  const t = useTexts()
  return (
    <div className={styles['again']}>
      <PasswordInput
        ref={ref}
        label={t.common.masterPassword}
        large
        autoFocus
        error={mismatch ? t.firstRun.againMismatch : undefined}
      />
    </div>
  )
}
