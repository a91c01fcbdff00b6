import type { BackupView } from '../../../shared/vault-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import styles from './time-machine.module.css'
import { timeGroups } from './time-groups.ts'
import type { ChosenBackup } from './use-time-machine.ts'

type TimelineProps = {
  readonly backups: readonly BackupView[]
  readonly chosen: string | null
  onChoose(backup: ChosenBackup): void
}

/** Verified backups along a line, the newest on top. */
export function Timeline({ backups, chosen, onChoose }: TimelineProps) {
  const t = useTexts()
  const count = backups.length
  const areVerified = backups.every(({ verifiedAt }) => verifiedAt !== null)
  if (count === 0) return <p className={styles['none']}>{t.timeMachine.none}</p>
  return (
    <>
      <p className={`head ${styles['count']}`}>
        {areVerified ? t.timeMachine.allVerified(count) : t.timeMachine.backups(count)}
      </p>
      {timeGroups(backups, Date.now()).map(({ since, backups: group }) => (
        <section key={since} aria-label={t.timeMachine[since]}>
          <h2 className={`head ${styles['since']}`}>{t.timeMachine[since]}</h2>
          <ul className={styles['line']}>
            {group.map((backup) => (
              <TimelineBackup
                key={backup.at}
                backup={backup}
                isToday={since === 'today'}
                isChosen={backup.handle === chosen}
                onChoose={onChoose}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

type TimelineBackupProps = {
  readonly backup: BackupView
  readonly isToday: boolean
  readonly isChosen: boolean
  onChoose(backup: ChosenBackup): void
}

function TimelineBackup({ backup, isToday, isChosen, onChoose }: TimelineBackupProps) {
  const t = useTexts()
  const format = useFormat()
  const { handle, at, items, bytes, verifiedAt } = backup
  const name = format.moment(at)
  return (
    <li>
      <button
        type="button"
        className={styles['backup']}
        aria-label={name}
        aria-current={isChosen || undefined}
        onClick={() => onChoose({ handle, name, at, verifiedAt })}
      >
        <span className="truncate">{isToday ? format.time(at) : name}</span>
        <span className="muted small num push">
          {items === null ? format.bytes(bytes) : t.timeMachine.items(items)}
        </span>
      </button>
    </li>
  )
}
