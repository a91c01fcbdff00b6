import { useEffect, useState } from 'react'
import type { ItemDetail } from '../../../shared/item-views.ts'
import { call } from '../../api.ts'
import { fieldLabel } from '../../texts/type-names.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { ChangeDialog } from '../password-change/change-dialog.tsx'
import type { ItemActions } from '../shell/item-actions.ts'

/** A field whose password is to be changed. */
export type ToChange = { readonly item: string; readonly field: string }

type ChangeBreachedProps = {
  readonly what: ToChange
  readonly actions: ItemActions
  /** Shows the item: the old and the new password side by side, or what else can be done about the field. */
  onOpen(item: string): void
  onError(error: unknown): void
  onClose(): void
}

/** Begins a password change from a finding; what is no password of a template is changed where it stands. */
export function ChangeBreached({ what, actions, onOpen, onError, onClose }: ChangeBreachedProps) {
  const t = useTexts()
  const [item, setItem] = useState<ItemDetail | null>(null)
  useEffect(() => {
    let wanted = true
    call('item.get', { item: what.item }).then((detail) => wanted && setItem(detail), onError)
    return () => {
      wanted = false
    }
  }, [what.item, onError])
  const field = item?.fields.find(({ id }) => id === what.field)
  const isElsewhere = item !== null && field?.kind !== 'password'
  useEffect(() => {
    if (isElsewhere) onOpen(what.item)
  }, [isElsewhere, onOpen, what.item])
  if (item === null || field === undefined || isElsewhere) return null
  const begun: ItemActions = {
    ...actions,
    changed() {
      actions.changed()
      onOpen(item.id)
    }
  }
  return <ChangeDialog {...{ item, field, onError, onClose }} label={fieldLabel(t, field.label)} actions={begun} />
}
