import { useMemo } from 'react'
import type { ItemDetail } from '../../../shared/views.ts'
import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'
import { Said } from './said.tsx'
import type { Named } from './use-copy.tsx'
import type { Failure } from './use-failure.ts'
import type { UndoStack } from './use-undo.ts'

const UNDO_MS = 10_000

type Hands = {
  readonly fail: Failure
  readonly undo: UndoStack
  readonly changed: () => void
  readonly select: (id: string | null) => void
}

/** Trash, restore, purge, duplicate, favourite: each can be undone but the purge. */
export function useItemMoves({ fail, undo, changed, select }: Hands) {
  const t = useTexts()
  const toast = useToast()
  return useMemo(() => {
    const name = ({ title }: Named) => title || t.shell.untitled
    const say = (text: readonly [string, string], back?: () => void) =>
      toast.show({
        id: 'move',
        text: <Said parts={text} />,
        ...(back === undefined ? {} : { until: Date.now() + UNDO_MS, action: { label: t.shell.undo, run: back } })
      })
    const run = (work: () => Promise<void>) => void work().then(changed, (error: unknown) => fail(error))
    const put = async (method: 'item.trash' | 'item.restore', item: Named) => {
      await call(method, { items: [item.id] })
      changed()
    }
    const trash = () => (item: Named) =>
      run(async () => {
        await put('item.trash', item)
        undo.remember({ undo: () => put('item.restore', item), redo: () => put('item.trash', item) })
        say(t.shell.trashed(name(item)), () => undo.undo())
      })
    return {
      trash: trash(),
      restore: (item: Named) =>
        run(async () => {
          await put('item.restore', item)
          undo.remember({ undo: () => put('item.trash', item), redo: () => put('item.restore', item) })
          say(t.shell.restored(name(item)), () => undo.undo())
        }),
      purge: (item: Named) =>
        run(async () => {
          await call('item.purge', { items: [item.id] })
          select(null)
          say(t.shell.purged(name(item)))
        }),
      duplicate: (item: Named) =>
        run(async () => {
          const copy = await call('item.duplicate', { item: item.id })
          undo.remember({ undo: () => put('item.trash', copy), redo: () => put('item.restore', copy) })
          select(copy.id)
          say(t.shell.duplicated(name(copy)), () => undo.undo())
        }),
      setFavorite: (item: ItemDetail, favorite: boolean) =>
        run(async () => {
          await call('item.edit', { item: item.id, expected: item.revision, edit: { favorite, fields: [] } })
        })
    }
  }, [t, toast, fail, undo, changed, select])
}
