import type { ItemDetail } from '../../../shared/item-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { ItemActions } from '../shell/item-actions.ts'
import { daysLeft, keptUntil } from './days-left.ts'
import styles from './trash.module.css'

type TrashNoticeProps = { readonly item: ItemDetail; readonly trashedAt: number; readonly actions: ItemActions }

export function TrashNotice({ item, trashedAt, actions }: TrashNoticeProps) {
  const t = useTexts()
  const format = useFormat()
  return (
    <Notice
      icon="trash"
      className={styles['notice']}
      actions={
        actions.readOnly ? null : (
          <span className="buttons">
            <Button size="small" onClick={() => actions.restore(item)}>
              {t.detail.restore}
            </Button>
            <Button size="small" kind="danger" onClick={() => actions.purge(item)}>
              {t.detail.purge}
            </Button>
          </span>
        )
      }
    >
      {t.trash.inTrash(format.date(trashedAt), daysLeft(trashedAt), format.date(keptUntil(trashedAt)))}
    </Notice>
  )
}
