import { useState } from 'react'
import type { BreachStatus } from '../../../shared/breach-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { BreachDialog } from './breach-dialog.tsx'
import styles from './breaches.module.css'

type BreachLineProps = {
  readonly status: BreachStatus
  readonly readOnly: boolean
  onKept(): void
  onSettings(): void
}

/** On the health page: when it was last looked, of what nothing is known, and the way to look. */
export function BreachLine({ status, readOnly, onKept, onSettings }: BreachLineProps) {
  const t = useTexts().breaches
  const [asked, setAsked] = useState(false)
  const nothing = status.passwords === 0
  return (
    <section className={styles['line']} aria-label={t.name}>
      <div>
        <h2 className="strong">{t.name}</h2>
        <p className="muted small">
          {nothing ? t.none : <Known status={status} />}
          {readOnly ? ` ${t.readOnly}` : ''}
        </p>
      </div>
      <Button icon="shield" disabled={readOnly || nothing} onClick={() => setAsked(true)}>
        {t.check}
      </Button>
      {asked ? <BreachDialog {...{ status, onKept, onSettings }} onClose={() => setAsked(false)} /> : null}
    </section>
  )
}

function Known({ status: { last, unchecked } }: { readonly status: BreachStatus }) {
  const t = useTexts().breaches
  const format = useFormat()
  if (last === null) return t.never
  return (
    <>
      {t.checked(format.momentWithin(last.at), last.of === 'online')}
      {unchecked > 0 ? ` ${t.unchecked(unchecked)}` : ''}
    </>
  )
}
