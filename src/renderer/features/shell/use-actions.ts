import { useMemo } from 'react'
import { call } from '../../api.ts'
import type { ItemDetail } from '../../../shared/item-views.ts'
import { withoutNames } from '../list/many-pane.tsx'
import type { ItemActions } from './item-actions.ts'
import type { ShellStep } from './shell-state.ts'
import { type Named, useCopy } from './use-copy.tsx'
import type { Failure } from './use-failure.ts'
import { useItemMoves } from './use-item-moves.tsx'
import type { UndoHands } from './use-undo.tsx'

type Hands = {
  readonly readOnly: boolean
  readonly fail: Failure
  readonly undo: UndoHands
  move(step: ShellStep): void
  changed(): void
  gone(ids: readonly string[]): void
  askPurge(items: readonly Named[]): void
  askEmptyTrash(items: readonly Named[]): void
  share(item: ItemDetail): void
}

export type Actions = ItemActions & {
  purgeNow(items: readonly Named[]): void
  emptyNow(items: readonly Named[]): void
}

export function useActions({
  readOnly,
  fail,
  undo,
  move,
  changed,
  gone,
  askPurge,
  askEmptyTrash,
  share
}: Hands): Actions {
  const copy = useCopy()
  const select = useMemo(() => (id: string | null) => move({ do: 'select', id, open: id !== null }), [move])
  const moves = useItemMoves({ fail, undo, changed, select, gone })
  return useMemo(
    () => ({
      ...moves,
      readOnly,
      copy,
      changed,
      share,
      offerUndo: undo.offer,
      purge: (item) => askPurge([item]),
      purgeMany: askPurge,
      emptyTrash: () => void inTrash().then((ids) => ids.length > 0 && askEmptyTrash(withoutNames(ids)), fail),
      openWebsite: (item, field) => void call('app.openWebsite', { item: item.id, field }).catch(fail),
      edit: ({ id }) => move({ do: 'edit', target: { of: 'item', id, kept: null } }),
      create: (type, title = '') => move({ do: 'edit', target: { of: 'new', type, title, kept: null } }),
      showTag: (tag) => move({ do: 'go', place: { at: 'items', filter: { of: 'tag', tag } } })
    }),
    [moves, readOnly, copy, changed, undo, fail, move, askPurge, askEmptyTrash, share]
  )
}

/** All that is in the trash, as it is now. */
const inTrash = (): Promise<readonly string[]> =>
  call('list.ids', { filter: { of: 'trash' }, text: '', sort: 'title', descending: false, from: 0, count: 100_000 })
