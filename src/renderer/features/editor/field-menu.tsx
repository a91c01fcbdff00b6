import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { DraftField } from './draft.ts'
import { conceal, moveBy, putBack, remove } from './draft-changes.ts'
import type { Saver } from './saver.ts'

type FieldMenuProps = {
  readonly saver: Saver
  readonly field: DraftField
  readonly item: string | null
  readonly label: string
  onRename(): void
  onError(error: unknown): void
}

export function FieldMenu({ saver, field, item, label, onRename, onError }: FieldMenuProps) {
  const t = useTexts()
  const removeField = useRemove({ saver, field, item, label, onError })
  const isCode = field.kind === 'otp'
  const entries: readonly MenuEntry[] = [
    { label: t.editor.rename, icon: 'edit', run: onRename },
    {
      label: field.concealed ? t.editor.showOpenly : t.editor.conceal,
      icon: field.concealed ? 'eye' : 'eye-off',
      disabled: isCode || (field.concealed && field.value === null),
      run: () => saver.change(conceal(field.id, !field.concealed))
    },
    { label: t.editor.moveUp, icon: 'up', run: () => saver.change(moveBy(field.id, -1)) },
    { label: t.editor.moveDown, icon: 'down', run: () => saver.change(moveBy(field.id, 1)) },
    'line',
    { label: t.editor.remove, icon: 'x', danger: true, run: removeField }
  ]
  return <Menu trigger={<IconButton size="small" icon="more" label={t.editor.more(label)} />} entries={entries} />
}

const UNDO_MS = 10_000

/** Removing can be undone for ten seconds, so a concealed value is fetched first: the vault forgets it at the next save. */
function useRemove({ saver, field, item, label, onError }: Omit<FieldMenuProps, 'onRename'>): () => void {
  const t = useTexts()
  const toast = useToast()
  return () => {
    const place = saver.state().draft.fields.findIndex(({ id }) => id === field.id)
    valueOf(item, field).then((value) => {
      saver.change(remove(field.id))
      if (value === '') return
      toast.show({
        id: 'move',
        until: Date.now() + UNDO_MS,
        text: t.editor.removed(label),
        action: { label: t.shell.undo, run: () => saver.change(putBack({ ...field, value }, place)) }
      })
    }, onError)
  }
}

async function valueOf(item: string | null, field: DraftField): Promise<string> {
  if (field.value !== null || item === null) return field.value ?? ''
  return (await call('item.reveal', { item, field: field.id })).value
}
