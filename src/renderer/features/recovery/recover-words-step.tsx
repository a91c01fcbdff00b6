import { errorText } from '../../error-text.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Wizard, WizardHint } from '../../ui/wizard.tsx'
import type { StepFrame } from '../first-run/step-frame.ts'
import styles from './phrase-sheet.module.css'
import { PhraseInput } from './phrase-input.tsx'
import { PHRASE_WORDS, type RecoverModel } from './use-recover.ts'

type RecoverWordsStepProps = {
  readonly frame: StepFrame
  readonly model: RecoverModel
  readonly onCancel: () => void
}

export function RecoverWordsStep({ frame, model, onCancel }: RecoverWordsStepProps) {
  const t = useTexts()
  const whole = model.count === PHRASE_WORDS
  return (
    <Wizard
      {...frame}
      heading={t.recovery.heading}
      lead={t.recovery.lead}
      onSubmit={model.takeWords}
      foot={
        <>
          <Button size="large" onClick={onCancel}>
            {t.common.back}
          </Button>
          <WizardHint>{t.recovery.counted(model.count)}</WizardHint>
          <Button size="large" submits kind={whole ? 'primary' : 'outline'} disabled={!whole}>
            {t.common.continue}
          </Button>
        </>
      }
    >
      <PhraseInput ref={model.typed} onInput={model.readWords} />
      {model.refused === null ? null : (
        <div className={styles['actions']}>
          <Notice kind="danger">{errorText(t, model.refused)}</Notice>
        </div>
      )}
    </Wizard>
  )
}
