import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Wizard, WizardHint } from '../../ui/wizard.tsx'
import { NewPasswordChoice } from '../password/new-password-choice.tsx'
import { useChoiceHint } from '../password/use-choice-hint.ts'
import type { StepFrame } from './step-frame.ts'
import type { FirstRunModel } from './use-first-run.ts'

type PassphraseStepProps = { readonly frame: StepFrame; readonly run: FirstRunModel }

export function PassphraseStep({ frame, run }: PassphraseStepProps) {
  const t = useTexts()
  const { password } = run
  const own = password.mode === 'own'
  const hint = useChoiceHint(password)
  return (
    <Wizard
      {...frame}
      heading={own ? t.firstRun.ownHeading : t.firstRun.passphraseHeading}
      lead={
        <>
          {own ? t.firstRun.ownLead : t.firstRun.passphraseLead} <b>{t.firstRun.nobody}</b>
        </>
      }
      onSubmit={run.typeAgain}
      foot={
        <>
          <Button size="large" onClick={() => run.go('place')}>
            {t.common.back}
          </Button>
          <WizardHint>{hint}</WizardHint>
          <Button size="large" submits kind={password.ready ? 'primary' : 'outline'} disabled={!password.ready}>
            {own ? t.firstRun.useOwn : t.firstRun.canSay}
          </Button>
        </>
      }
    >
      <NewPasswordChoice model={password} />
    </Wizard>
  )
}
