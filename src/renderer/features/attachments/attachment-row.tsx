import { type KeyboardEvent, useState } from 'react'
import type { AttachmentView } from '../../../shared/attachment-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './attachments.module.css'
import type { AttachmentMoves } from './use-attachment-moves.tsx'

type AttachmentRowProps = {
  readonly file: AttachmentView
  readonly moves: AttachmentMoves
  readonly readOnly: boolean
  onLook(): void
}

export function AttachmentRow({ file, moves, readOnly, onLook }: AttachmentRowProps) {
  const t = useTexts()
  const format = useFormat()
  const [renaming, setRenaming] = useState(false)
  const rename = (name: string) => {
    setRenaming(false)
    if (name.trim() !== '' && name !== file.name) moves.rename(file, name.trim())
  }
  return (
    <li className={styles['row']}>
      <Icon name="paperclip" />
      {renaming ? (
        <NameInput name={file.name} onName={rename} onCancel={() => setRenaming(false)} />
      ) : (
        <button type="button" className={styles['name']} title={t.attachments.look(file.name)} onClick={onLook}>
          <bdi>{file.name}</bdi>
        </button>
      )}
      <span className="small muted num">{format.bytes(file.size)}</span>
      <span className={styles['actions']}>
        <IconButton size="small" icon="save" label={t.attachments.save(file.name)} onClick={() => moves.save(file)} />
        {readOnly ? null : (
          <Menu
            trigger={<IconButton size="small" icon="more" label={t.attachments.more(file.name)} />}
            entries={[
              { label: t.attachments.rename, icon: 'edit', run: () => setRenaming(true) },
              'line',
              { label: t.attachments.remove, icon: 'x', danger: true, run: () => moves.remove(file) }
            ]}
          />
        )}
      </span>
    </li>
  )
}

type NameInputProps = { readonly name: string; onName(name: string): void; onCancel(): void }

function NameInput({ name, onName, onCancel }: NameInputProps) {
  const t = useTexts()
  const [text, setText] = useState(name)
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') onName(text)
    else onCancel()
  }
  return (
    <TextField
      ref={(input) => input?.focus()}
      className={styles['rename']}
      label={t.attachments.nameOf(name)}
      value={text}
      maxLength={255}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => onName(text)}
      onKeyDown={keys}
    />
  )
}
