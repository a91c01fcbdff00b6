import type { ReactNode } from 'react'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Meter } from '../../ui/meter.tsx'
import { strengthLevel } from '../../ui/strength-level.ts'
import styles from './generator.module.css'

type OutputProps = {
  readonly children: ReactNode
  readonly bits: number
  /** How the bits come about. */
  readonly exact: string
  /** Null while the value is not complete. */
  readonly text: string | null
  readonly copyKeys?: string | undefined
  readonly onCopy: (text: string) => void
  readonly onReroll: () => void
  readonly onUse?: ((text: string, bits: number) => void) | undefined
}

/** What was generated, what it is worth, and what can be done with it. */
export function Output({ children, bits, exact, text, copyKeys, onCopy, onReroll, onUse }: OutputProps) {
  const t = useTexts()
  const whole = text !== null
  return (
    <div className={styles['output']}>
      <div className={styles['value']} aria-live="polite">
        {children}
      </div>
      <Strength bits={bits} exact={exact} />
      <div className="buttons">
        {onUse === undefined ? null : (
          <Button kind="primary" icon="check" disabled={!whole} onClick={() => whole && onUse(text, bits)}>
            {t.generator.use}
          </Button>
        )}
        <Button
          kind={onUse === undefined ? 'primary' : 'outline'}
          icon="copy"
          keys={copyKeys}
          disabled={!whole}
          onClick={() => whole && onCopy(text)}
        >
          {t.generator.copy}
        </Button>
        <Button icon="reroll" keys="Ctrl+R" onClick={onReroll}>
          {t.generator.reroll}
        </Button>
      </div>
    </div>
  )
}

function Strength({ bits, exact }: { readonly bits: number; readonly exact: string }) {
  const t = useTexts()
  const format = useFormat()
  const level = strengthLevel(bits)
  return (
    <p className={styles['strength']}>
      <b>{t.common.bits(format.bits(bits))}</b>
      <span className="muted small">{exact}</span>
      <span className="push line">
        <span className={`small ${level === 1 ? 'danger' : level === 2 ? 'warn' : 'ok'}`}>{t.ui.strength[level]}</span>
        <Meter level={level} />
      </span>
    </p>
  )
}
