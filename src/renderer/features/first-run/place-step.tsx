import { errorText } from '../../error-text.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Wizard, WizardHint } from '../../ui/wizard.tsx'
import styles from './first-run.module.css'
import type { StepFrame } from './step-frame.ts'
import type { FirstRunModel } from './use-first-run.ts'

type PlaceStepProps = {
  readonly frame: StepFrame
  readonly run: FirstRunModel
  readonly onCancel?: (() => void) | undefined
  readonly onOpenExisting: () => void
}

export function PlaceStep({ frame, run, onCancel, onOpenExisting }: PlaceStepProps) {
  const t = useTexts()
  const named = run.name.trim() !== ''
  const goOn = (): void => {
    if (!named) return
    if (run.place === null) run.choose.run()
    else run.go('passphrase')
  }
  return (
    <Wizard
      {...frame}
      heading={t.firstRun.welcome}
      lead={t.firstRun.welcomeLead}
      onSubmit={goOn}
      foot={
        <>
          {onCancel === undefined ? null : (
            <Button size="large" onClick={onCancel}>
              {t.common.back}
            </Button>
          )}
          <Button kind="plain" onClick={onOpenExisting}>
            {t.firstRun.openExisting}
          </Button>
          <WizardHint />
          <Button kind="primary" size="large" submits disabled={!named || run.choose.busy}>
            {run.place === null ? t.firstRun.choosePlace : t.common.continue}
          </Button>
        </>
      }
    >
      <div className={styles['fields']}>
        <TextField
          label={t.firstRun.name}
          labelShown
          large
          autoFocus
          maxLength={255}
          value={run.name}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => run.setName(event.currentTarget.value)}
        />
        {run.place === null ? null : <ChosenPlace run={run} />}
        {run.choose.error === null ? null : <Notice kind="danger">{errorText(t, run.choose.error)}</Notice>}
      </div>
    </Wizard>
  )
}

function ChosenPlace({ run }: { readonly run: FirstRunModel }) {
  const t = useTexts()
  return (
    <div className={styles['place']}>
      <div className={styles['placeText']}>
        <span className="small muted">{t.firstRun.place}</span>
        <span className="truncate">{run.place?.name}</span>
        <span className="small muted truncate">{run.place?.folder}</span>
      </div>
      <Button onClick={run.choose.run}>{t.firstRun.changePlace}</Button>
    </div>
  )
}
