import type { ChosenFile } from '../../../shared/views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import styles from './damaged.module.css'
import { useBackupsFor } from './use-backups-for.ts'

type DamagedBackupsProps = { readonly file: ChosenFile; readonly onRestore: (backup: ChosenFile) => void }

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
            <li key={backup.handle}>
              <span className={place === 0 ? 'strong truncate' : 'truncate'}>{backup.name}</span>
              <span className={styles['folder']}>{backup.folder}</span>
              <Button
                size="small"
                kind={place === 0 ? 'primary' : 'outline'}
                aria-label={t.damaged.restoreOf(backup.name)}
                onClick={() => onRestore(backup)}
              >
                {t.damaged.restore}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
