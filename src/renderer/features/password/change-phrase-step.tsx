import { useState } from 'react'
import { errorText } from '../../error-text.ts'
import { JobBar } from '../../session/job-bar.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Radio } from '../../ui/radio.tsx'
import { Wizard, WizardHint } from '../../ui/wizard.tsx'
import type { StepFrame } from '../first-run/step-frame.ts'
import { PhraseInput } from '../recovery/phrase-input.tsx'
import { countWords } from '../recovery/phrase-proof.ts'
import { PHRASE_WORDS } from '../recovery/use-recover.ts'
import styles from './new-password.module.css'
import type { ChangeModel } from './use-change-password.ts'

type ChangePhraseStepProps = { readonly frame: StepFrame; readonly model: ChangeModel }

export function ChangePhraseStep({ frame, model }: ChangePhraseStepProps) {
  const t = useTexts()
  const { keep, change } = model
  const [count, setCount] = useState(0)
  const ready = !change.busy && (!keep || count === PHRASE_WORDS)
  const submit = (): void => {
    if (!ready) return
    setCount(0)
    change.run()
  }
  return (
    <Wizard
      {...frame}
      heading={t.password.change.phraseHeading}
      lead={t.password.change.phraseLead}
      onSubmit={submit}
      foot={
        <>
          <Button size="large" disabled={change.busy} onClick={() => model.back('next')}>
            {t.common.back}
          </Button>
          <WizardHint>{keep ? t.recovery.counted(count) : null}</WizardHint>
          <Button size="large" submits kind={ready ? 'primary' : 'outline'} disabled={!ready}>
            {t.password.change.action}
          </Button>
        </>
      }
    >
      <PhraseChoice model={model} />
      {keep ? (
        <PhraseInput ref={model.phrase} onInput={() => setCount(countWords(model.phrase.current?.value ?? ''))} />
      ) : null}
      <div className={styles['again']}>
        {change.busy ? <JobBar job="rekey" label={t.password.change.changing} /> : null}
        {change.error === null ? null : <Notice kind="danger">{errorText(t, change.error)}</Notice>}
      </div>
    </Wizard>
  )
}

function PhraseChoice({ model: { keep, setKeep } }: { readonly model: ChangeModel }) {
  const t = useTexts()
  const { newPhrase, newPhraseText, keepPhrase, keepPhraseText } = t.password.change
  return (
    <div className={styles['choices']} role="radiogroup" aria-label={t.password.change.phraseHeading}>
      <Radio group="phrase" chosen={!keep} onChoose={() => setKeep(false)}>
        <span className="strong">{newPhrase}</span>
        <span className={styles['choiceText']}>{newPhraseText}</span>
      </Radio>
      <Radio group="phrase" chosen={keep} onChoose={() => setKeep(true)}>
        <span className="strong">{keepPhrase}</span>
        <span className={styles['choiceText']}>{keepPhraseText}</span>
      </Radio>
    </div>
  )
}
