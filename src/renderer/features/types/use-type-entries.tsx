import { type ReactNode, useState } from 'react'
import type { ItemDetail } from '../../../shared/item-views.ts'
import { call } from '../../api.ts'
import { typeName } from '../../texts/type-names.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import { useToast } from '../../ui/toast.tsx'
import { Said } from '../shell/said.tsx'
import { TypeNameDialog } from './type-name-dialog.tsx'

type Hands = { onChanged(): void; onError(error: unknown): void }

/** What can be done about the type of an item: make one of it, and look after one that was made. */
export function useTypeEntries(
  { id, type }: Pick<ItemDetail, 'id' | 'type'>,
  { onChanged, onError }: Hands
): { readonly entries: readonly MenuEntry[]; readonly dialog: ReactNode } {
  const t = useTexts()
  const toast = useToast()
  const [asking, setAsking] = useState<'make' | 'rename' | null>(null)
  const run = (work: Promise<unknown>) => void work.then(onChanged, onError)
  const make = (name: string) =>
    run(call('type.make', { item: id, name }).then(() => toast.show({ text: <Said parts={t.ownTypes.made(name)} /> })))
  const close = () => setAsking(null)
  const own = type.startsWith('own-')
  return {
    entries: own
      ? [
          { label: t.ownTypes.rename, icon: 'edit', run: () => setAsking('rename') },
          { label: t.ownTypes.unoffer, icon: 'x', run: () => run(call('type.offer', { type, offered: false })) }
        ]
      : [{ label: t.ownTypes.make, icon: 'plus', run: () => setAsking('make') }],
    dialog:
      asking === 'make' ? (
        <TypeNameDialog
          title={t.ownTypes.makeTitle}
          text={t.ownTypes.makeText}
          name=""
          action={t.ownTypes.create}
          onName={make}
          onClose={close}
        />
      ) : asking === 'rename' ? (
        <TypeNameDialog
          title={t.ownTypes.renameTitle}
          name={typeName(t, type)}
          action={t.ownTypes.save}
          onName={(name) => run(call('type.rename', { type, name }))}
          onClose={close}
        />
      ) : null
  }
}
