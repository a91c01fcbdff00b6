import { useState } from 'react'
import type { FieldView, ItemDetail } from '../../../shared/item-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import type { ItemActions } from '../shell/item-actions.ts'
import { ChangeDialog } from './change-dialog.tsx'

type ChangeButtonProps = {
  readonly item: ItemDetail
  readonly field: FieldView
  readonly label: string
  readonly actions: ItemActions
  onError(error: unknown): void
}

/** Only for passwords that are there: an empty one is simply typed. */
export function ChangeButton(props: ChangeButtonProps) {
  const { item, field, label, actions } = props
  const t = useTexts()
  const [open, setOpen] = useState(false)
  const empty = !field.concealed || field.empty
  if (actions.readOnly || item.trashedAt !== null || field.kind !== 'password' || empty) return null
  return (
    <>
      <IconButton size="small" icon="reroll" label={t.passwordChange.change(label)} onClick={() => setOpen(true)} />
      {open ? <ChangeDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
