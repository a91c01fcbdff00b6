import { useId, useRef } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './types.module.css'

type TypeNameDialogProps = {
  readonly title: string
  readonly text?: string
  readonly name: string
  readonly action: string
  onName(name: string): void
  onClose(): void
}

const MOST_NAME = 100

export function TypeNameDialog({ title, text, name, action, onName, onClose }: TypeNameDialogProps) {
  const t = useTexts()
  const form = useId()
  const field = useRef<HTMLInputElement>(null)
  const done = () => {
    const typed = field.current?.value.trim() ?? ''
    if (typed === '') return field.current?.focus()
    onName(typed)
    onClose()
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      firstFocus={field}
      foot={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button kind="primary" submits form={form}>
            {action}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          done()
        }}
      >
        {text === undefined ? null : <p>{text}</p>}
        <TextField ref={field} labelShown label={t.ownTypes.name} defaultValue={name} maxLength={MOST_NAME} required />
      </form>
    </Dialog>
  )
}
