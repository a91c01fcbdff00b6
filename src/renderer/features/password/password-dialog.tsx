import { type ReactNode, type RefObject, useId } from 'react'
import type { JobName } from '../../../shared/job-name.ts'
import { errorCode, errorText } from '../../error-text.ts'
import { JobBar } from '../../session/job-bar.tsx'
import type { Task } from '../../session/use-task.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasswordInput } from '../../ui/password-input.tsx'
import styles from './password-dialog.module.css'

type PasswordDialogProps = {
  readonly title: string
  readonly text: ReactNode
  readonly label: string
  readonly hint?: string
  readonly action: string
  readonly input: RefObject<HTMLInputElement | null>
  readonly task: Task<[]>
  readonly job: JobName
  readonly jobLabel: string
  readonly onClose: () => void
  /** More to fill in, below the password. */
  readonly children?: ReactNode
  readonly disabled?: boolean
}

/** Asks for a password and does one long thing with it. The field is emptied by whoever reads it. */
export function PasswordDialog(props: PasswordDialogProps) {
  const { title, text, label, hint, action, input, task, job, jobLabel, onClose, children, disabled = false } = props
  const t = useTexts()
  const form = useId()
  const wrong = task.error !== null && errorCode(task.error) === 'WRONG_PASSWORD'
  return (
    <Dialog
      title={title}
      onClose={() => !task.busy && onClose()}
      firstFocus={input}
      foot={
        <>
          <Button disabled={task.busy} onClick={onClose}>
            {t.ui.cancel}
          </Button>
          <Button kind="primary" submits form={form} disabled={task.busy || disabled}>
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
          task.run()
        }}
      >
        <p>{text}</p>
        <PasswordInput
          ref={input}
          label={label}
          labelShown
          hint={hint}
          onInput={task.clear}
          error={wrong ? errorText(t, task.error) : undefined}
        />
        {children}
        {task.busy ? <JobBar job={job} label={jobLabel} /> : null}
        {task.error === null || wrong ? null : <Notice kind="danger">{errorText(t, task.error)}</Notice>}
      </form>
    </Dialog>
  )
}
