import type { ReactNode } from 'react'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { SecretText } from '../../ui/secret-text.tsx'
import { useKeepSeen, useKeptSecrets } from '../generator/use-kept-secrets.ts'
import { useReroll } from '../keys/use-reroll.ts'
import styles from './editor.module.css'

export type InlinePartProps = { readonly kind: ReactNode; onUse(text: string, bits: number): void }

type InlineFrameProps = InlinePartProps & {
  readonly options: ReactNode
  /** Null while there is none. */
  readonly text: string | null
  readonly bits: number
  /** How it came about, below it. */
  readonly children?: ReactNode
  onReroll(): void
}

/** What was made, what it is worth, and what can be done with it, within the place of one field. */
export function InlineFrame({ kind, options, text, bits, children, onReroll, onUse }: InlineFrameProps) {
  const t = useTexts().editor.generator
  const format = useFormat()
  useReroll(onReroll)
  useKeepSeen(text, useKeptSecrets().keep)
  return (
    <section className={styles['generator']} aria-label={t.title}>
      <div className={styles['line']}>
        {kind}
        {options}
      </div>
      <div className={styles['generated']}>{text === null ? null : <SecretText value={text} />}</div>
      {children}
      <div className={styles['line']}>
        <Button kind="primary" size="small" disabled={text === null} onClick={() => text !== null && onUse(text, bits)}>
          {t.use}
        </Button>
        <Button size="small" icon="reroll" keys="Ctrl+R" onClick={onReroll}>
          {t.reroll}
        </Button>
        <span className="muted small num">{text === null ? '' : t.bits(format.bits(bits))}</span>
        <span className="muted small">{t.keeps}</span>
      </div>
    </section>
  )
}
