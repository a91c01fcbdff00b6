import { call } from '../../api.ts'
import type { Texts } from '../../texts/en.ts'
import type { Format } from '../../texts/format.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, type MenuEntry } from '../../ui/menu.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { DraftField } from './draft.ts'
import { conceal, moveBy, putBack, remind, remove } from './draft-changes.ts'
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
  const format = useFormat()
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
    ...reminderEntries(t, format, field, (reminder) => saver.change(remind(field.id, reminder))),
    { label: t.editor.moveUp, icon: 'up', run: () => saver.change(moveBy(field.id, -1)) },
    { label: t.editor.moveDown, icon: 'down', run: () => saver.change(moveBy(field.id, 1)) },
    'line',
    { label: t.editor.remove, icon: 'x', danger: true, run: removeField }
  ]
  return <Menu trigger={<IconButton size="small" icon="more" label={t.editor.more(label)} />} entries={entries} />
}

const EVERY_DAYS = [30, 90, 180, 365] as const

function reminderEntries(
  t: Texts,
  format: Format,
  { kind, concealed, expiry, rotateDays = null }: DraftField,
  onRemind: (reminder: Pick<DraftField, 'expiry' | 'rotateDays'>) => void
): readonly MenuEntry[] {
  if (!concealed && (kind === 'date' || kind === 'month'))
    return [
      { label: t.due.remind, icon: 'bell', chosen: expiry === true, run: () => onRemind({ expiry: expiry !== true }) }
    ]
  if (!concealed || kind === 'otp') return []
  const days = [...new Set([...EVERY_DAYS, ...(rotateDays === null ? [] : [rotateDays])])].toSorted((a, b) => a - b)
  return [
    'line',
    ...days.map((each) => ({
      label: t.due.every(format.number(each)),
      chosen: rotateDays === each,
      run: () => onRemind({ rotateDays: each })
    })),
    { label: t.due.never, chosen: rotateDays === null, run: () => onRemind({ rotateDays: null }) },
    'line'
  ]
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
        lasts: UNDO_MS,
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
