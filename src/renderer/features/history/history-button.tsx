import { useState } from 'react'
import type { FieldView, ItemDetail } from '../../../shared/item-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { ItemActions } from '../shell/item-actions.ts'
import { HistoryDialog } from './history-dialog.tsx'

type HistoryButtonProps = {
  readonly item: ItemDetail
  readonly field: FieldView
  readonly label: string
  readonly actions: ItemActions
  onError(error: unknown): void
}

/** Only where there is something older. */
export function HistoryButton({ item, field, label, actions, onError }: HistoryButtonProps) {
  const t = useTexts()
  const [open, setOpen] = useState(false)
  if (field.olderVersions === 0) return null
  return (
    <>
      <IconButton
        size="small"
        icon="history"
        label={t.history.open(label, field.olderVersions)}
        onClick={() => setOpen(true)}
      />
      {open ? <HistoryDialog {...{ item, field, label, actions, onError }} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
