import type { BackupDifference, DifferentItem } from '../../../shared/time-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { LetterTile } from '../../ui/letter-tile.tsx'
import { fieldName } from '../merge/field-name.ts'
import styles from './time-machine.module.css'
import type { TimeMachine } from './use-time-machine.ts'

const TONE: Readonly<Record<DifferentItem['is'], string>> = {
  changed: 'muted',
  trashed: 'danger',
  new: 'ok',
  gone: 'danger'
}

type DifferentItemsProps = {
  readonly machine: Pick<TimeMachine, 'selected' | 'select'>
  readonly difference: BackupDifference
}

/** Every item that is not as it was. */
export function DifferentItems({ machine, difference }: DifferentItemsProps) {
  const t = useTexts()
  if (difference.items.length === 0) return null
  return (
    <ul className={styles['changes']} aria-label={t.timeMachine.differences}>
      {difference.items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            className={styles['change']}
            aria-current={machine.selected === item.id || undefined}
            onClick={() => machine.select(item.id)}
          >
            <LetterTile title={item.title} size="small" />
            <span className="truncate strong">{item.title || t.shell.untitled}</span>
            <span className="muted small truncate">{item.fields.map((field) => fieldName(t, field)).join(', ')}</span>
            <span className={`push small ${TONE[item.is]}`}>{t.timeMachine.is[item.is]}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
