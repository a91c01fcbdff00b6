import type { ItemSummary } from '../../../shared/list-views.ts'
import type { Texts } from '../../texts/en.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import { type QuickKind, quickFieldsOf } from '../detail/quick-fields.ts'
import { withoutNames } from '../list/many-pane.tsx'
import type { ItemActions } from './item-actions.ts'

const COPIES: readonly (readonly [QuickKind, string])[] = [
  ['password', 'Ctrl+C'],
  ['username', 'Ctrl+B'],
  ['code', 'Ctrl+T']
]

/** What the second button of the mouse offers on a row; on one of several chosen rows it is about all of them. */
export function rowMenu(
  t: Texts,
  actions: ItemActions,
  row: ItemSummary,
  marked: readonly string[]
): readonly MenuEntry[] {
  if (marked.includes(row.id)) return manyEntries(t, actions, marked, row.trashed)
  if (row.trashed) return actions.readOnly ? [] : trashedEntries(t, actions, row)
  const entries = [...copyEntries(t, actions, row)]
  if (actions.readOnly) return entries
  return [
    ...entries,
    'line',
    { label: t.detail.edit, icon: 'edit', keys: 'Ctrl+E', run: () => actions.edit(row) },
    { label: t.detail.duplicate, icon: 'copy', keys: 'Ctrl+D', run: () => actions.duplicate(row) },
    {
      label: row.favorite ? t.many.notFavoriteOne : t.many.favoriteOne,
      icon: 'star',
      run: () => actions.starMany([row], !row.favorite)
    },
    'line',
    { label: t.detail.moveToTrash, icon: 'trash', keys: 'Del', run: () => actions.trash(row) }
  ]
}

function copyEntries(t: Texts, actions: ItemActions, row: ItemSummary): readonly MenuEntry[] {
  const fields = quickFieldsOf(row)
  const names = { password: t.list.copyPassword, username: t.list.copyUsername, code: t.list.copyCode, url: '' }
  const copies = COPIES.flatMap(([kind, keys]): MenuEntry[] => {
    const field = fields[kind]
    const copy = () => actions.copy(row, field ?? '', t.shell.what[kind], kind === 'code' ? 'code' : 'value')
    return field === null ? [] : [{ label: names[kind], icon: 'copy', keys, run: copy }]
  })
  const { urlField } = row
  if (urlField === null) return copies
  const open = () => actions.openWebsite(row, urlField)
  return [...copies, { label: t.keys.command.openUrl, icon: 'external', keys: 'Ctrl+Shift+U', run: open }]
}

const trashedEntries = (t: Texts, actions: ItemActions, row: ItemSummary): readonly MenuEntry[] => [
  { label: t.detail.restore, icon: 'undo', run: () => actions.restore(row) },
  { label: t.detail.purge, icon: 'trash', danger: true, run: () => actions.purge(row) }
]

function manyEntries(
  t: Texts,
  actions: ItemActions,
  marked: readonly string[],
  trashed: boolean
): readonly MenuEntry[] {
  const items = withoutNames(marked)
  if (actions.readOnly) return []
  if (trashed) {
    return [
      { label: t.many.restore, icon: 'undo', run: () => actions.restoreMany(items) },
      { label: t.many.purge, icon: 'trash', danger: true, run: () => actions.purgeMany(items) }
    ]
  }
  return [
    { label: t.many.favorite, icon: 'star', run: () => actions.starMany(items, true) },
    { label: t.many.notFavorite, icon: 'star', run: () => actions.starMany(items, false) },
    'line',
    { label: t.many.trash, icon: 'trash', keys: 'Del', run: () => actions.trashMany(items) }
  ]
}
