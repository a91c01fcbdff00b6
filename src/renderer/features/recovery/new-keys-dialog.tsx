import { type ReactNode, useRef, useState } from 'react'
import { errorCode, errorText } from '../../error-text.ts'
import { JobBar } from '../../session/job-bar.tsx'
import { useSession } from '../../session/session.ts'
import { useTask } from '../../session/use-task.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { FullDialog } from '../../ui/full-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PasswordInput } from '../../ui/password-input.tsx'
import { takeValue } from '../../ui/take-value.ts'
import { useToast } from '../../ui/toast.tsx'
import { Wizard, WizardHint } from '../../ui/wizard.tsx'
import type { StepFrame } from '../first-run/step-frame.ts'
import styles from './new-keys.module.css'
import { PhraseStep } from './phrase-step.tsx'

type NewKeysDialogProps = {
  readonly title: string
  readonly heading: string
  readonly lead: string
  /** The button that does it. */
  readonly action: string
  /** Said when it is done. */
  readonly done: string
  /** Above the password. */
  readonly children?: ReactNode
  /** False while there is nothing to do yet. */
  readonly ready: boolean
  /** Null where the vault has no phrase. */
  renew(masterPassword: string): Promise<readonly string[] | null>
  onClose(): void
}

/** New keys under the same master password: it is asked again, then the new phrase has to be written down. */
export function NewKeysDialog(props: NewKeysDialogProps) {
  const { title, done, onClose } = props
  const t = useTexts()
  const toast = useToast()
  const { session, refresh } = useSession()
  const [words, setWords] = useState<readonly string[] | null>(null)
  const finish = () => {
    toast.show({ text: done })
    onClose()
  }
  const renewed = async (made: readonly string[] | null) => {
    await refresh()
    if (made === null) finish()
    else setWords(made)
  }
  const frame: StepFrame = {
    title,
    note: t.newKeys.note,
    steps: [t.newKeys.steps.password, t.newKeys.steps.phrase],
    step: words === null ? 0 : 1,
    inDialog: true
  }
  // A phrase that has been made and not been written down is the one thing that must not be closed by accident.
  return (
    <FullDialog label={title} onClose={() => words === null && onClose()}>
      {words === null ? (
        <PasswordStep {...props} frame={frame} onRenewed={renewed} />
      ) : (
        <PhraseStep
          {...frame}
          lead={t.recovery.newSheetLead}
          words={words}
          vaultName={session.status === 'unlocked' ? session.vault.name : ''}
          onProved={finish}
        />
      )}
    </FullDialog>
  )
}

type PasswordStepProps = NewKeysDialogProps & {
  readonly frame: StepFrame
  onRenewed(words: readonly string[] | null): Promise<void>
}

function PasswordStep({ frame, heading, lead, action, ready, children, renew, onRenewed, onClose }: PasswordStepProps) {
  const t = useTexts()
  const password = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState(false)
  const work = useTask(async () => {
    const typed = takeValue(password.current)
    if (typed === '') return
    setWrong(false)
    try {
      await onRenewed(await renew(typed))
    } catch (error) {
      if (errorCode(error) !== 'WRONG_PASSWORD') throw error
      setWrong(true)
    }
  })
  const can = ready && !work.busy
  return (
    <Wizard
      {...frame}
      heading={heading}
      lead={lead}
      onSubmit={() => can && work.run()}
      foot={
        <>
          <Button size="large" disabled={work.busy} onClick={onClose}>
            {t.ui.cancel}
          </Button>
          <WizardHint />
          <Button size="large" submits kind={can ? 'primary' : 'outline'} disabled={!can}>
            {action}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        {children}
        <PasswordInput
          ref={password}
          label={t.password.currentPassword}
          labelShown
          large
          autoFocus
          disabled={work.busy}
          error={wrong ? t.password.change.wrong : undefined}
        />
        {work.busy ? <JobBar job="rekey" label={t.password.change.changing} /> : null}
        {work.error === null ? null : <Notice kind="danger">{errorText(t, work.error)}</Notice>}
      </div>
    </Wizard>
  )
}
