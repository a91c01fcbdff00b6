import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Meter } from '../../ui/meter.tsx'
import { PasswordInput } from '../../ui/password-input.tsx'
import { strengthLevel } from '../../ui/strength-level.ts'
import type { Told } from '../strength/asker.ts'
import styles from './new-password.module.css'
import { LEAST_CHARACTERS } from './password-rules.ts'
import type { NewPassword } from './use-new-password.ts'

export function OwnPassword({ model: { input, readOwn, missing, told } }: { readonly model: NewPassword }) {
  const t = useTexts()
  return (
    <div className={styles['own']}>
      <PasswordInput
        ref={input}
        label={t.password.newPassword}
        labelShown
        large
        autoFocus
        onInput={readOwn}
        hint={missing > 0 ? t.password.tooShort(LEAST_CHARACTERS, missing) : t.password.isEstimate}
      />
      {told === null ? null : <Estimate told={told} />}
    </div>
  )
}

function Estimate({ told: { bits, reason } }: { readonly told: Told }) {
  const t = useTexts()
  const format = useFormat()
  const level = strengthLevel(bits)
  return (
    <div role="status">
      <p className={styles['foot']}>
        <span className="strong num">{t.password.estimate(format.number(Math.round(bits)))}</span>
        <span className="line">
          <span className={`small ${level === 1 ? 'danger' : level === 2 ? 'warn' : 'ok'}`}>
            {t.ui.strength[level]}
          </span>
          {level <= 2 ? <Meter level={level} /> : null}
        </span>
      </p>
      {level > 1 || reason === null ? null : <p className="small quiet">{t.strength[reason]}</p>}
    </div>
  )
}
