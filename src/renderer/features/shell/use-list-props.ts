import { useCallback, useMemo } from 'react'
import type { ItemSummary, ListFilter } from '../../../shared/list-views.ts'
import { useSettings } from '../../session/settings-context.ts'
import { useSession } from '../../session/session.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'
import { type QuickKind, quickFieldsOf } from '../detail/quick-fields.ts'
import type { ListPaneProps } from '../list/list-pane.tsx'
import type { RowActions } from '../list/item-row.tsx'
import { rowMenu } from './row-menu.ts'
import type { ItemActions } from './item-actions.ts'
import { startsOf } from './starts-of.ts'
import type { ShellHands } from './use-shell.ts'

const ALL_ITEMS: ListFilter = { of: 'all' }

/** What the list is given; its handlers keep their identity, so that rows are not drawn anew for every key. */
export function useListProps({
  state,
  step,
  search,
  fail,
  version,
  editing,
  onNeighbour,
  data,
  actions,
  types
}: ShellHands): Omit<ListPaneProps, 'title'> {
  const t = useTexts()
  const { change } = useSettings()
  const filter = state.place.at === 'items' ? state.place.filter : ALL_ITEMS
  const { text, sort, descending, selected, marked } = state
  const { firstList } = useSession()
  const ask = useMemo(() => ({ filter, text, sort, descending }), [filter, text, sort, descending])
  const edited = state.editing?.of === 'item' ? state.editing.id : null
  const onSelect = useCallback(
    (row: ItemSummary, open: boolean) => {
      if (row.id === edited) step({ do: 'show', pane: 'detail' })
      else editing.move({ do: 'select', id: row.id, open })
    },
    [edited, editing, step]
  )
  return {
    ask,
    version,
    first: firstList,
    selected,
    marked,
    onNeighbour,
    onMark: useCallback((ids, at) => editing.move({ do: 'mark', ids, at }), [editing]),
    menuOf: (row) => rowMenu(t, actions, row, marked),
    items: data.counts?.all ?? null,
    types,
    search,
    rows: useRowActions(actions),
    keepsSelection: state.editing !== null,
    onSearch: useCallback((next) => step({ do: 'search', text: next }), [step]),
    onSearchIn: (next) => step({ do: 'searchIn', filter: next }),
    onSort: (nextSort, nextDescending) => {
      step({ do: 'sort', sort: nextSort, descending: nextDescending })
      // The order of the next start is no reason for a word when the disk does not take it.
      change({ sort: nextSort, descending: nextDescending }).catch(() => {})
    },
    onSelect,
    onNothing: useCallback(() => step({ do: 'select', id: null, open: false }), [step]),
    onEscape: () => step({ do: 'escape' }),
    onMenu: () => step({ do: 'show', pane: 'sidebar' }),
    onCreate: actions.create,
    start: startsOf({ data, actions, editing }),
    onEmptyTrash: filter.of === 'trash' && text === '' && !actions.readOnly ? actions.emptyTrash : null,
    onError: fail
  }
}

function useRowActions(actions: ItemActions): RowActions {
  const t = useTexts()
  const toast = useToast()
  return useMemo(() => {
    const copy = (kind: QuickKind) => (row: ItemSummary) => {
      const field = quickFieldsOf(row)[kind]
      if (field === null) toast.show({ text: t.shell.nothingToCopy[kind] })
      else actions.copy(row, field, t.shell.what[kind], kind === 'code' ? 'code' : 'value')
    }
    return {
      readOnly: actions.readOnly,
      copyUsername: copy('username'),
      copyPassword: copy('password'),
      copyCode: copy('code')
    }
  }, [actions, t, toast])
}
