import { useTexts } from '../../texts/use-texts.ts'
import { Meter } from '../../ui/meter.tsx'
import { strengthLevel } from '../../ui/strength-level.ts'
import type { Told } from './asker.ts'
import styles from './weak-note.module.css'

/** Speaks up only when a password is weak, and says why. */
export function WeakNote({ told }: { readonly told: Told }) {
  const t = useTexts()
  return (
    <span className={styles['note']} role="status" data-weak>
      <span className={styles['word']}>
        <span className="danger">{t.ui.strength[1]}</span>
        <Meter level={1} />
      </span>
      {told.reason === null ? null : <span>{t.strength[told.reason]}</span>}
    </span>
  )
}

export const isWeak = (told: Told | null): told is Told => told !== null && strengthLevel(told.bits) === 1
