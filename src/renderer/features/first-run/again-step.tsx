import { errorText } from '../../error-text.ts'
import { JobBar } from '../../session/job-bar.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Wizard, WizardHint } from '../../ui/wizard.tsx'
import { AgainField } from '../password/again-field.tsx'
import styles from './first-run.module.css'
import type { StepFrame } from './step-frame.ts'
import type { FirstRunModel } from './use-first-run.ts'

type AgainStepProps = { readonly frame: StepFrame; readonly run: FirstRunModel }

export function AgainStep({ frame, run }: AgainStepProps) {
  const t = useTexts()
  const { again, create } = run
  return (
    <Wizard
      {...frame}
      heading={t.firstRun.againHeading}
      lead={t.firstRun.againLead}
      onSubmit={create.run}
      foot={
        <>
          <Button size="large" disabled={create.busy} onClick={() => run.go('passphrase')}>
            {t.common.back}
          </Button>
          <WizardHint />
          <Button kind="primary" size="large" submits disabled={create.busy}>
            {t.firstRun.create}
          </Button>
        </>
      }
    >
      <AgainField ref={again.input} mismatch={again.mismatch} />
      <div className={styles['work']}>
        {create.busy ? <JobBar job="create" label={t.firstRun.creating} /> : null}
        {create.error === null ? null : <Notice kind="danger">{errorText(t, create.error)}</Notice>}
      </div>
    </Wizard>
  )
}
