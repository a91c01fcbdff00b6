import { errorText } from '../../error-text.ts'
import { JobBar } from '../../session/job-bar.tsx'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Wizard, WizardHint } from '../../ui/wizard.tsx'
import type { StepFrame } from '../first-run/step-frame.ts'
import { AgainField } from '../password/again-field.tsx'
import styles from './phrase-sheet.module.css'
import type { RecoverModel } from './use-recover.ts'

type RecoverAgainStepProps = { readonly frame: StepFrame; readonly model: RecoverModel }

export function RecoverAgainStep({ frame, model: { again, recover, older, back } }: RecoverAgainStepProps) {
  const t = useTexts()
  const format = useFormat()
  return (
    <Wizard
      {...frame}
      heading={t.firstRun.againHeading}
      lead={t.firstRun.againLead}
      onSubmit={recover.run}
      foot={
        <>
          <Button size="large" disabled={recover.busy} onClick={() => back('next')}>
            {t.common.back}
          </Button>
          <WizardHint />
          <Button kind="primary" size="large" submits disabled={recover.busy}>
            {older === null ? t.recovery.unlock : t.notices.accept}
          </Button>
        </>
      }
    >
      <AgainField ref={again.input} mismatch={again.mismatch} />
      <div className={styles['work']}>
        {recover.busy ? <JobBar job="rekey" cancels="unlock" label={t.recovery.unlocking} /> : null}
        {older === null || recover.busy ? null : (
          <Notice kind="warn">{t.recovery.older(format.momentWithin(older))}</Notice>
        )}
        {recover.error === null ? null : <Notice kind="danger">{errorText(t, recover.error)}</Notice>}
      </div>
    </Wizard>
  )
}
