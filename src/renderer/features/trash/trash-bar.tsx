import { TRASH_DAYS } from '../../../shared/list-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import styles from './trash.module.css'

/** Above the list of the trash: what it does by itself, and the way to do it now. */
export function TrashBar({ onEmpty }: { onEmpty(): void }) {
  const t = useTexts()
  return (
    <div className={styles['bar']}>
      <span className="small muted truncate">{t.trash.kept(TRASH_DAYS)}</span>
      <Button size="small" kind="danger" className={styles['empty']} onClick={onEmpty}>
        {t.trash.empty}
      </Button>
    </div>
  )
}
