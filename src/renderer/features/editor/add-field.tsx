import type { FieldKind } from '../../../shared/item-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { add, type NewField } from './draft-changes.ts'
import styles from './editor.module.css'
import type { Saver } from './saver.ts'

const KINDS: readonly FieldKind[] = [
  'text',
  'password',
  'secret',
  'pin',
  'otp',
  'email',
  'phone',
  'date',
  'month',
  'number',
  'multiline'
]

/** Ids are the field's own on every device, so that two that add a field at once do not write over each other. */
const suffix = (): string => crypto.randomUUID().slice(0, 8)

type AddFieldProps = { readonly saver: Saver; readonly type: string; onAttach(): void; onMakeKey(): void }

/** A second one is a section of its own. */
function newSection(saver: Saver, name: string): string {
  const taken = new Set(saver.state().draft.fields.map(({ section }) => section))
  for (let count = 1; ; count++) {
    const wanted = count === 1 ? name : `${name} ${count}`
    if (!taken.has(wanted)) return wanted
  }
}

export function AddField({ saver, type, onAttach, onMakeKey }: AddFieldProps) {
  const t = useTexts()
  const put = (field: NewField) => saver.change(add(field, suffix()))
  return (
    <div className={styles['add']}>
      <Menu
        align="start"
        trigger={
          <Button kind="plain" size="small" icon="plus">
            {t.editor.addField}
          </Button>
        }
        entries={KINDS.map((kind) => ({
          label: t.types.kinds[kind],
          run: () => put({ kind, label: t.types.kinds[kind] })
        }))}
      />
      <Button
        kind="plain"
        size="small"
        icon="plus"
        onClick={() =>
          put({ kind: 'text', label: t.types.kinds.text, section: newSection(saver, t.editor.newSection) })
        }
      >
        {t.editor.addSection}
      </Button>
      <Button kind="plain" size="small" icon="plus" onClick={() => put({ kind: 'url', label: 'field.url' })}>
        {t.editor.addWebsite}
      </Button>
      {type === 'ssh-key' ? (
        <Button kind="plain" size="small" icon="key" onClick={onMakeKey}>
          {t.editor.makeSshKey}
        </Button>
      ) : null}
      <Button kind="plain" size="small" icon="paperclip" onClick={onAttach}>
        {t.attachments.attach}
      </Button>
    </div>
  )
}
