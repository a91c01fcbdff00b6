import { useSession } from '../../session/session.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { FullDialog } from '../../ui/full-dialog.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PhraseStep } from '../recovery/phrase-step.tsx'
import { ChangeAgainStep, ChangeCurrentStep, ChangeNextStep } from './change-steps.tsx'
import { ChangePhraseStep } from './change-phrase-step.tsx'
import { type ChangeModel, useChangePassword } from './use-change-password.ts'

const STEP_INDEX = { current: 0, next: 1, again: 2, phrase: 3, sheet: 3 } as const

/** Gives the open vault another master password, and another recovery phrase unless the old one is typed. */
export function ChangePassword({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  const toast = useToast()
  const done = (): void => {
    toast.show({ text: `${t.password.change.done}. ${t.password.change.doneText}` })
    onClose()
  }
  const model = useChangePassword(document.documentElement.lang === 'de', done)
  const close = (): void => {
    // A phrase that has been made and not been written down is the one thing that must not be closed by accident.
    if (!model.change.busy && model.step.at !== 'sheet') onClose()
  }
  return (
    <FullDialog label={t.password.change.title} onClose={close}>
      <ChangeStepView model={model} onCancel={close} onDone={done} />
    </FullDialog>
  )
}

type ChangeStepViewProps = {
  readonly model: ChangeModel
  readonly onCancel: () => void
  readonly onDone: () => void
}

function ChangeStepView({ model, onCancel, onDone }: ChangeStepViewProps) {
  const t = useTexts()
  const { session } = useSession()
  const { steps, title } = t.password.change
  const { step } = model
  const frame = {
    title,
    note: t.password.change.lead,
    steps: [steps.current, steps.next, steps.again, steps.phrase],
    step: STEP_INDEX[step.at],
    inDialog: true
  }
  switch (step.at) {
    case 'current':
      return <ChangeCurrentStep frame={frame} model={model} onCancel={onCancel} />
    case 'next':
      return <ChangeNextStep frame={frame} model={model} />
    case 'again':
      return <ChangeAgainStep frame={frame} model={model} />
    case 'phrase':
      return <ChangePhraseStep frame={frame} model={model} />
    case 'sheet':
      return (
        <PhraseStep
          {...frame}
          lead={t.recovery.newSheetLead}
          words={step.words}
          vaultName={session.status === 'unlocked' ? session.vault.name : ''}
          onProved={onDone}
        />
      )
  }
}
