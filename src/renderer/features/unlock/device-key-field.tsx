import type { RefObject } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { PasswordInput } from '../../ui/password-input.tsx'
import styles from './unlock.module.css'

/** Shown once a vault has asked for a key that is not in the keychain of this computer. */
export function DeviceKeyField({ ref }: { readonly ref: RefObject<HTMLInputElement | null> }) {
  const t = useTexts()
  return (
    <div className={styles['notice']}>
      <p className="quiet">{t.deviceKey.needed}</p>
      <PasswordInput ref={ref} label={t.deviceKey.typed} labelShown />
    </div>
  )
}
