import type { ItemDetail } from '../../../shared/item-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { useTypeEntries } from '../types/use-type-entries.tsx'
import type { ItemActions } from '../shell/item-actions.ts'
import styles from './detail.module.css'

type DetailBarProps = {
  readonly item: ItemDetail
  readonly actions: ItemActions
  onAttach(): void
  onChanged(): void
  onError(error: unknown): void
}

export function DetailBar(props: DetailBarProps) {
  const { item, actions } = props
  const types = useTypeEntries(item, props)
  const t = useTexts()
  const format = useFormat()
  const trashed = item.trashedAt !== null
  return (
    <>
      <span className={styles['saved']}>
        <Icon name="check" />
        <span className="truncate">
          {t.detail.saved(isToday(item.changedAt) ? format.time(item.changedAt) : format.date(item.changedAt))}
        </span>
      </span>
      {actions.readOnly || trashed ? null : (
        <span className="push line">
          <IconButton
            icon="star"
            label={t.detail.favorite}
            on={item.favorite}
            onClick={() => actions.setFavorite(item, !item.favorite)}
          />
          <Menu
            trigger={<IconButton icon="more" label={t.detail.more} />}
            entries={moreEntries(t, props, types.entries)}
          />
          <Button icon="edit" className={styles['edit']} onClick={() => actions.edit(item)}>
            {t.detail.edit}
          </Button>
        </span>
      )}
      {types.dialog}
    </>
  )
}

function moreEntries(
  t: ReturnType<typeof useTexts>,
  { item, actions, onAttach }: DetailBarProps,
  types: readonly MenuEntry[]
): readonly MenuEntry[] {
  return [
    { label: t.detail.duplicate, icon: 'copy', keys: 'Ctrl+D', run: () => actions.duplicate(item) },
    { label: t.share.action, icon: 'export', keys: 'Ctrl+Shift+S', run: () => actions.share(item) },
    { label: t.attachments.attach, icon: 'paperclip', run: onAttach },
    'line',
    ...types,
    'line',
    { label: t.detail.moveToTrash, icon: 'trash', keys: 'Del', run: () => actions.trash(item) }
  ]
}

const isToday = (at: number): boolean => new Date(at).toDateString() === new Date().toDateString()
