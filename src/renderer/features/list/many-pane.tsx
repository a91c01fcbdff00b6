import type { ItemActions } from '../shell/item-actions.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import styles from './many-pane.module.css'
import { ManyTags } from './many-tags.tsx'

type ManyPaneProps = {
  readonly ids: readonly string[]
  readonly inTrash: boolean
  readonly knownTags: readonly string[]
  readonly actions: ItemActions
  onBack(): void
}

/** In place of the detail: what can be done to all chosen items at once. */
export function ManyPane({ ids, inTrash, knownTags, actions, onBack }: ManyPaneProps) {
  const t = useTexts()
  const items = withoutNames(ids)
  return (
    <section className={styles['pane']} aria-label={t.many.chosen(ids.length)} data-pane="detail">
      <div className={styles['bar']}>
        <IconButton icon="left" label={t.shell.backToList} className={styles['back']} onClick={onBack} />
      </div>
      <div className={styles['body']}>
        <div role="status">
          <h1 className="h2">{t.many.chosen(ids.length)}</h1>
        </div>
        <p className="muted">{t.many.hint}</p>
        {actions.readOnly ? null : inTrash ? (
          <div className="buttons">
            <Button icon="undo" onClick={() => actions.restoreMany(items)}>
              {t.many.restore}
            </Button>
            <Button kind="danger" icon="trash" onClick={() => actions.purgeMany(items)}>
              {t.many.purge}
            </Button>
          </div>
        ) : (
          <>
            <ManyTags known={knownTags} onTags={(add, remove) => actions.tagMany(items, add, remove)} />
            <div className="buttons">
              <Button icon="star" onClick={() => actions.starMany(items, true)}>
                {t.many.favorite}
              </Button>
              <Menu
                align="start"
                trigger={<IconButton icon="more" label={t.detail.more} />}
                entries={[{ label: t.many.notFavorite, icon: 'star', run: () => actions.starMany(items, false) }]}
              />
              <Button icon="trash" keys="Del" onClick={() => actions.trashMany(items)}>
                {t.many.trash}
              </Button>
            </div>
          </>
        )}
      </div>
    </section>
  )
}

/** Of several items only the number is said. */
export const withoutNames = (ids: readonly string[]) => ids.map((id) => ({ id, title: '' }))
