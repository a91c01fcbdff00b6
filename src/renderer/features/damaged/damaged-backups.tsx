import type { BackupView, ChosenFile } from '../../../shared/vault-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import styles from './damaged.module.css'
import { useBackupsFor } from './use-backups-for.ts'

/** What is restored: a backup found by itself has a time for its name. */
export type Restorable = { readonly handle: string; readonly name: string }
type DamagedBackupsProps = { readonly file: ChosenFile; readonly onRestore: (backup: Restorable) => void }

export function DamagedBackups({ file, onRestore }: DamagedBackupsProps) {
  const t = useTexts()
  const backups = useBackupsFor(file)
  if (backups === null) return <section className={styles['backups']} aria-busy="true" />
  return (
    <section>
      <h2 className="head">{t.damaged.backups}</h2>
      {backups.length === 0 ? (
        <p className="quiet">{t.damaged.noBackups}</p>
      ) : (
        <ul className={styles['backups']}>
          {backups.map((backup, place) => (
            <DamagedBackup key={backup.handle} backup={backup} newest={place === 0} onRestore={onRestore} />
          ))}
        </ul>
      )}
    </section>
  )
}

type DamagedBackupProps = Pick<DamagedBackupsProps, 'onRestore'> & {
  readonly backup: BackupView
  readonly newest: boolean
}

function DamagedBackup({ backup: { handle, at, bytes, items, verifiedAt }, newest, onRestore }: DamagedBackupProps) {
  const t = useTexts()
  const format = useFormat()
  const name = format.moment(at)
  return (
    <li>
      <span className={newest ? 'strong' : undefined}>{name}</span>
      <span className={styles['size']}>{items === null ? format.bytes(bytes) : t.backups.items(items)}</span>
      <span className={styles['verified']}>
        {verifiedAt === null ? t.backups.notVerified : t.backups.verified(format.momentWithin(verifiedAt))}
      </span>
      <Button
        size="small"
        kind={newest ? 'primary' : 'outline'}
        aria-label={t.backups.restoreOf(name)}
        onClick={() => onRestore({ handle, name })}
      >
        {t.damaged.restore}
      </Button>
    </li>
  )
}
