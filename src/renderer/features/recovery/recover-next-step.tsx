import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Wizard, WizardHint } from '../../ui/wizard.tsx'
import type { StepFrame } from '../first-run/step-frame.ts'
import { NewPasswordChoice } from '../password/new-password-choice.tsx'
import { useChoiceHint } from '../password/use-choice-hint.ts'
import type { RecoverModel } from './use-recover.ts'

type RecoverNextStepProps = { readonly frame: StepFrame; readonly model: RecoverModel }

export function RecoverNextStep({ frame, model }: RecoverNextStepProps) {
  const t = useTexts()
  const { password } = model
  const hint = useChoiceHint(password)
  return (
    <Wizard
      {...frame}
      heading={t.recovery.nextHeading}
      lead={t.recovery.nextLead}
      onSubmit={model.typeAgain}
      foot={
        <>
          <Button size="large" onClick={() => model.back('words')}>
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
