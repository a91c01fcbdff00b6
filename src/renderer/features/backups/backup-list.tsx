import type { BackupView } from '../../../shared/vault-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import styles from './backups.module.css'
import type { AskBackup } from './asked.ts'

type BackupListProps = { readonly list: readonly BackupView[]; readonly onAsk: AskBackup }

export function BackupList({ list, onAsk }: BackupListProps) {
  const t = useTexts()
  if (list.length === 0) return <p className="quiet">{t.backups.none}</p>
  return (
    <ul className={styles['list']}>
      {list.map((backup) => (
        <BackupLine key={backup.handle} backup={backup} onAsk={onAsk} />
      ))}
    </ul>
  )
}

function BackupLine({ backup, onAsk }: { readonly backup: BackupView; readonly onAsk: AskBackup }) {
  const t = useTexts()
  const format = useFormat()
  const { handle, at, bytes, items, verifiedAt } = backup
  const when = format.moment(at)
  return (
    <li>
      <span className={styles['when']}>{when}</span>
      <span className={styles['size']}>{items === null ? format.bytes(bytes) : t.backups.items(items)}</span>
      <span className={styles['verified']}>
        {verifiedAt === null ? t.backups.notVerified : t.backups.verified(format.momentWithin(verifiedAt))}
      </span>
      <span className={styles['acts']}>
        <Button
          kind="plain"
          size="small"
          aria-label={t.backups.checkOf(when)}
          onClick={() => onAsk('check', { handle, name: when })}
        >
          {t.backups.check}
        </Button>
        <Button
          size="small"
          aria-label={t.backups.restoreOf(when)}
          onClick={() => onAsk('restore', { handle, name: when })}
        >
          {t.backups.restore}
        </Button>
      </span>
    </li>
  )
}
