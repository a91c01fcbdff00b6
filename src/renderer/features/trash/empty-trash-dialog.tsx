import { TRASH_DAYS } from '../../../shared/list-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

type EmptyTrashDialogProps = { readonly count: number; onEmpty(): void; onClose(): void }

/** One question for all of it. What comes into the trash while it is asked stays there: only what was counted goes. */
export function EmptyTrashDialog({ count, onEmpty, onClose }: EmptyTrashDialogProps) {
  const t = useTexts()
  return (
    <ConfirmDialog
      title={t.trash.emptyTitle(count)}
      text={t.trash.emptyText(count, TRASH_DAYS)}
      action={t.trash.emptyAction(count)}
      onConfirm={onEmpty}
      onClose={onClose}
    />
  )
}
