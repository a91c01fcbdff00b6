import { useMemo } from 'react'
import type { BulkChange } from '../../../shared/item-views.ts'
import type { ItemDetail } from '../../../shared/item-views.ts'
import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'
import { Said } from './said.tsx'
import type { Named } from './use-copy.tsx'
import type { Failure } from './use-failure.ts'
import type { UndoHands } from './use-undo.tsx'

type Hands = {
  readonly fail: Failure
  readonly undo: UndoHands
  readonly changed: () => void
  readonly select: (id: string | null) => void
  /** Told of items that have left the list that they were in. */
  readonly gone: (ids: readonly string[]) => void
}

/** Trash, restore, purge, duplicate, favourite, tags, of one item or of many: each can be undone but the purge. */
export function useItemMoves({ fail, undo, changed, select, gone }: Hands) {
  const t = useTexts()
  const toast = useToast()
  return useMemo(() => {
    const name = ({ title }: Named) => title || t.shell.untitled
    const names = (items: readonly Named[]) => {
      const [first] = items
      return first !== undefined && items.length === 1 ? name(first) : t.many.items(items.length)
    }
    const run = (work: () => Promise<void>) => void work().then(changed, (error: unknown) => fail(error))
    const idsOf = (items: readonly Named[]) => items.map(({ id }) => id)
    const trashMany = (items: readonly Named[]) =>
      run(async () => {
        await call('item.trash', { items: idsOf(items) })
        gone(idsOf(items))
        undo.offer(items.length === 1 ? t.shell.trashed(names(items)) : t.many.trashed(names(items)))
      })
    const restoreMany = (items: readonly Named[]) =>
      run(async () => {
        await call('item.restore', { items: idsOf(items) })
        gone(idsOf(items))
        undo.offer(items.length === 1 ? t.shell.restored(names(items)) : t.many.restored(names(items)))
      })
    const changeMany = (items: readonly Named[], change: BulkChange, said: readonly [string, string] | null) =>
      run(async () => {
        await call('item.changeMany', { items: idsOf(items), change })
        if (said !== null) undo.offer(said)
      })
    const purgeMany = (items: readonly Named[], said: readonly [string, string]) =>
      run(async () => {
        await call('item.purge', { items: idsOf(items) })
        undo.withdraw()
        gone(idsOf(items))
        toast.show({ id: 'purged', text: <Said parts={said} /> })
      })
    return {
      trashMany,
      restoreMany,
      tagMany: (items: readonly Named[], add: readonly string[], remove: readonly string[]) =>
        changeMany(items, { set: 'tags', add: [...add], remove: [...remove] }, t.many.tagged(names(items))),
      starMany: (items: readonly Named[], favorite: boolean) =>
        changeMany(items, { set: 'favorite', favorite }, t.many.starred(names(items), favorite)),
      trash: (item: Named) => trashMany([item]),
      restore: (item: Named) => restoreMany([item]),
      purgeNow: (items: readonly Named[]) =>
        purgeMany(items, items.length === 1 ? t.shell.purged(names(items)) : t.many.purged(names(items))),
      emptyNow: (items: readonly Named[]) => purgeMany(items, t.trash.emptied(items.length)),
      duplicate: (item: Named) =>
        run(async () => {
          const copy = await call('item.duplicate', { item: item.id })
          select(copy.id)
          undo.offer(t.shell.duplicated(name(copy)))
        }),
      setFavorite: (item: ItemDetail, favorite: boolean) => changeMany([item], { set: 'favorite', favorite }, null)
    }
  }, [t, toast, fail, undo, changed, select, gone])
}
