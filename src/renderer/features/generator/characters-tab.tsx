import type { CharacterOptions } from '../../../shared/generator-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { LargeType } from '../../ui/large-type.tsx'
import { SecretText } from '../../ui/secret-text.tsx'
import { Slider } from '../../ui/slider.tsx'
import { canTurnOff } from './character-kinds.ts'
import styles from './generator.module.css'
import { GuessCostHint } from './guess-cost-hint.tsx'
import { Option, SwitchOption } from './option.tsx'
import { Output } from './output.tsx'
import type { TabProps } from './tab-props.ts'
import type { Generated } from './use-generated.ts'

type CharactersTabProps = TabProps & {
  readonly generated: Generated
  readonly options: CharacterOptions
  readonly onOptions: (options: CharacterOptions) => void
}

export function CharactersTab({ generated, options, onOptions, ...actions }: CharactersTabProps) {
  const t = useTexts()
  const text = generated.value?.text ?? null
  const bits = generated.value?.bits ?? 0
  return (
    <>
      <Output {...actions} text={text} bits={bits} exact={t.generator.exact} onReroll={generated.reroll}>
        {text === null ? null : <SecretText value={text} large />}
      </Output>
      <CharacterChoices options={options} onOptions={onOptions} />
      {text === null ? null : (
        <section className={styles['section']}>
          <h2 className="head">{t.generator.largeType}</h2>
          <LargeType value={text} small />
        </section>
      )}
      <p className={styles['hint']}>{t.generator.charactersHint}</p>
      <GuessCostHint bits={bits} />
    </>
  )
}

const SAMPLES = { upper: 'A–Z', lower: 'a–z', digits: '0–9', symbols: '!%&*+-=?@_', lookAlikes: '0Oo 1lI' } as const

function CharacterChoices({ options, onOptions }: Pick<CharactersTabProps, 'options' | 'onOptions'>) {
  const t = useTexts()
  const kind = (name: 'upper' | 'lower' | 'digits' | 'symbols') => (
    <SwitchOption
      label={t.generator[name]}
      sample={<span className="mono muted">{SAMPLES[name]}</span>}
      on={options[name]}
      disabled={!canTurnOff(options, name)}
      onChange={(on) => onOptions({ ...options, [name]: on })}
    />
  )
  return (
    <section className={styles['options']}>
      <Option name={t.generator.length} wide>
        <span className={styles['slider']}>
          <Slider
            label={t.generator.length}
            valueText={t.generator.characters(options.length)}
            min={8}
            max={64}
            value={options.length}
            onChange={(length) => onOptions({ ...options, length })}
          />
          <output>{options.length}</output>
        </span>
      </Option>
      {kind('upper')}
      {kind('lower')}
      {kind('digits')}
      {kind('symbols')}
      <SwitchOption
        label={t.generator.noLookAlikes}
        sample={<span className="mono muted">{SAMPLES.lookAlikes}</span>}
        on={!options.lookAlikes}
        onChange={(without) => onOptions({ ...options, lookAlikes: !without })}
      />
    </section>
  )
}
