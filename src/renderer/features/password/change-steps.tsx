import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { PasswordInput } from '../../ui/password-input.tsx'
import { Wizard, WizardHint } from '../../ui/wizard.tsx'
import type { StepFrame } from '../first-run/step-frame.ts'
import { AgainField } from './again-field.tsx'
import { NewPasswordChoice } from './new-password-choice.tsx'
import styles from './new-password.module.css'
import { useChoiceHint } from './use-choice-hint.ts'
import type { ChangeModel } from './use-change-password.ts'

type StepProps = { readonly frame: StepFrame; readonly model: ChangeModel }

export function ChangeCurrentStep({ frame, model, onCancel }: StepProps & { readonly onCancel: () => void }) {
  const t = useTexts()
  return (
    <Wizard
      {...frame}
      heading={t.password.change.heading}
      lead={t.password.change.currentLead}
      onSubmit={model.takeCurrent}
      foot={
        <>
          <Button size="large" onClick={onCancel}>
            {t.ui.cancel}
          </Button>
          <WizardHint />
          <Button kind="primary" size="large" submits>
            {t.common.continue}
          </Button>
        </>
      }
    >
      <div className={styles['again']}>
        <PasswordInput
          ref={model.current}
          label={t.password.currentPassword}
          large
          autoFocus
          error={model.wrong ? t.password.change.wrong : undefined}
        />
      </div>
    </Wizard>
  )
}

export function ChangeNextStep({ frame, model }: StepProps) {
  const t = useTexts()
  const { password } = model
  const hint = useChoiceHint(password)
  return (
    <Wizard
      {...frame}
      heading={t.password.newPassword}
      lead={t.firstRun.nobody}
      onSubmit={model.typeAgain}
      foot={
        <>
          <Button size="large" onClick={() => model.back('current')}>
            {t.common.back}
          </Button>
          <WizardHint>{hint}</WizardHint>
          <Button size="large" submits kind={password.ready ? 'primary' : 'outline'} disabled={!password.ready}>
            {password.mode === 'own' ? t.firstRun.useOwn : t.firstRun.canSay}
          </Button>
        </>
      }
    >
      <NewPasswordChoice model={password} />
    </Wizard>
  )
}

export function ChangeAgainStep({ frame, model }: StepProps) {
  const t = useTexts()
  return (
    <Wizard
      {...frame}
      heading={t.firstRun.againHeading}
      lead={t.firstRun.againLead}
      onSubmit={model.confirmAgain}
      foot={
        <>
          <Button size="large" onClick={() => model.back('next')}>
            {t.common.back}
          </Button>
          <WizardHint />
          <Button kind="primary" size="large" submits>
            {t.common.continue}
          </Button>
        </>
      }
    >
      <AgainField ref={model.again.input} mismatch={model.again.mismatch} />
    </Wizard>
  )
}
