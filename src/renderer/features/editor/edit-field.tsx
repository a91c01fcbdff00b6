import { type KeyboardEvent, useState } from 'react'
import { fieldLabel } from '../../texts/type-names.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { DraftField } from './draft.ts'
import { moveBy, relabel, takeGenerated } from './draft-changes.ts'
import styles from './editor.module.css'
import { FieldMenu } from './field-menu.tsx'
import { InlineGenerator } from './inline-generator.tsx'
import type { Saver } from './saver.ts'
import { ValueInput } from './value-input.tsx'

type EditFieldProps = {
  readonly saver: Saver
  readonly field: DraftField
  readonly item: string | null
  readonly shown: boolean
  readonly again: boolean
  readonly dragged: boolean
  onDrag(field: string | null): void
  onDragOver(field: string): void
  onError(error: unknown): void
}

export function EditField(props: EditFieldProps) {
  const { saver, field, again, dragged, onDrag, onDragOver } = props
  const t = useTexts()
  const [renaming, setRenaming] = useState(false)
  const [generating, setGenerating] = useState(false)
  const label = fieldLabel(t, field.label)
  const use = (text: string, bits: number) => {
    saver.change(takeGenerated(field.id, text, bits))
    saver.show(field.id, null)
    saver.hold(null)
    setGenerating(false)
  }
  return (
    <div
      className={classes(styles['edit'], field.kind === 'multiline' && styles['top'])}
      role="group"
      aria-label={label}
      data-dragged={dragged}
      onKeyDown={(event) => event.altKey && moveByKey(event, (by) => saver.change(moveBy(field.id, by)))}
      onDragOver={(event) => {
        event.preventDefault()
        onDragOver(field.id)
      }}
    >
      <Grip
        label={t.editor.move(label)}
        onMove={(by) => saver.change(moveBy(field.id, by))}
        onDrag={(on) => onDrag(on ? field.id : null)}
      />
      <div className={styles['label']}>
        {renaming ? (
          <LabelInput
            label={label}
            onLabel={(text) => saver.change(relabel(field.id, text))}
            onDone={() => setRenaming(false)}
          />
        ) : (
          <span className={again ? 'visually-hidden' : undefined}>{label}</span>
        )}
      </div>
      <ValueInput {...props} label={label} generating={generating} onGenerate={() => setGenerating((open) => !open)} />
      <span className={styles['actions']}>
        <FieldMenu {...props} label={label} onRename={() => setRenaming(true)} />
      </span>
      {generating ? <InlineGenerator passphraseFirst={field.kind !== 'password'} onUse={use} /> : null}
    </div>
  )
}

type GripProps = { readonly label: string; onMove(by: 1 | -1): void; onDrag(on: boolean): void }

/** Moving an element in the document takes its focus away; the hand that moves it wants to go on. */
function moveByKey(event: KeyboardEvent, onMove: (by: 1 | -1) => void): void {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null
  if (by === null || event.defaultPrevented) return
  event.preventDefault()
  onMove(by)
  const focused = event.target
  requestAnimationFrame(() => focused instanceof HTMLElement && focused.focus())
}

/** Dragged by the pointer, moved by the arrows. */
function Grip({ label, onMove, onDrag }: GripProps) {
  return (
    <button
      type="button"
      className={styles['grip']}
      aria-label={label}
      title={label}
      draggable
      onKeyDown={(event) => moveByKey(event, onMove)}
      onDragStart={() => onDrag(true)}
      onDragEnd={() => onDrag(false)}
    >
      <Icon name="grip" />
    </button>
  )
}

function LabelInput({
  label,
  onLabel,
  onDone
}: {
  readonly label: string
  onLabel(text: string): void
  onDone(): void
}) {
  const t = useTexts()
  const [text, setText] = useState(label)
  const keep = () => {
    if (text.trim() !== '' && text !== label) onLabel(text.trim())
    onDone()
  }
  return (
    <TextField
      ref={(input) => input?.focus()}
      label={t.editor.label(label)}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        event.preventDefault()
        keep()
      }}
    />
  )
}
