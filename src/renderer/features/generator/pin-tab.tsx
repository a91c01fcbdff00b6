import { useTexts } from '../../texts/use-texts.ts'
import { SecretText } from '../../ui/secret-text.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import styles from './generator.module.css'
import { GuessCostHint } from './guess-cost-hint.tsx'
import { Option } from './option.tsx'
import { Output } from './output.tsx'
import type { TabProps } from './tab-props.ts'
import type { Generated } from './use-generated.ts'

type PinTabProps = TabProps & {
  readonly generated: Generated
  readonly digits: number
  readonly onDigits: (digits: number) => void
}

export function PinTab({ generated, digits, onDigits, ...actions }: PinTabProps) {
  const t = useTexts()
  const text = generated.value?.text ?? null
  const bits = generated.value?.bits ?? 0
  return (
    <>
      <Output {...actions} text={text} bits={bits} exact={t.generator.exactDigits(digits)} onReroll={generated.reroll}>
        {text === null ? null : <SecretText value={text} large />}
      </Output>
      <section className={styles['options']}>
        <Option name={t.generator.pinDigits} wide>
          <Stepper label={t.generator.pinDigits} value={digits} min={4} max={12} onChange={onDigits} />
        </Option>
      </section>
      <p className={styles['hint']}>{t.generator.pinHint}</p>
      <GuessCostHint bits={bits} />
    </>
  )
}
