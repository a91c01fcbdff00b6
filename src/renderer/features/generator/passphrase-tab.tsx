import type { PassphraseOptions, WordListId } from '../../../shared/generator-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import styles from './generator.module.css'
import { GuessCostHint } from './guess-cost-hint.tsx'
import { Option, SwitchOption } from './option.tsx'
import { Output } from './output.tsx'
import { PassphraseText } from './passphrase-text.tsx'
import { bitsPerWord } from './rolls.ts'
import type { TabProps } from './tab-props.ts'
import type { Passphrase } from './use-passphrase.ts'
import { WordRolls } from './word-rolls.tsx'

const LISTS: readonly WordListId[] = ['eff-large', 'eff-short-1', 'eff-short-2', 'de']
const SEPARATORS: readonly PassphraseOptions['separator'][] = ['space', 'hyphen', 'dot', 'underscore', 'none']

type PassphraseTabProps = TabProps & {
  readonly passphrase: Passphrase
  readonly options: PassphraseOptions
  readonly onOptions: (options: PassphraseOptions) => void
}

export function PassphraseTab({ passphrase, options, onOptions, ...actions }: PassphraseTabProps) {
  const t = useTexts()
  const format = useFormat()
  const { text, bits, dicePerWord, waiting } = passphrase
  const each = format.decimals(bitsPerWord(dicePerWord), 2)
  return (
    <>
      <Output
        {...actions}
        text={text}
        bits={bits}
        exact={options.digit ? t.generator.exact : t.generator.exactWords(options.words - waiting.size, each)}
        onReroll={passphrase.rollAll}
      >
        {text === null ? (
          <span className="muted">…</span>
        ) : (
          <PassphraseText text={text} separator={options.separator} />
        )}
      </Output>
      <section className={styles['section']}>
        <h2 className="head">{t.generator.wordsAndDice(options.words, dicePerWord)}</h2>
        <WordRolls passphrase={passphrase} />
        <div className={styles['rollsFoot']}>
          <span className="muted small">{t.generator.lists[options.list]}</span>
          <Button kind="plain" onClick={waiting.size === 0 ? passphrase.typeAll : passphrase.rollAll}>
            {waiting.size === 0 ? t.generator.ownRolls : t.generator.rollAll}
          </Button>
        </div>
      </section>
      <PassphraseChoices options={options} onOptions={onOptions} />
      {text === null ? null : <GuessCostHint bits={bits} />}
    </>
  )
}

function PassphraseChoices({ options, onOptions }: Pick<PassphraseTabProps, 'options' | 'onOptions'>) {
  const t = useTexts()
  return (
    <section className={`${styles['section']} ${styles['options']}`}>
      <Option name={t.generator.list} wide>
        <Select
          label={t.generator.list}
          choices={LISTS.map((value) => ({ value, label: t.generator.lists[value] }))}
          value={options.list}
          onChange={(list) => onOptions({ ...options, list })}
        />
      </Option>
      <Option name={t.generator.words}>
        <Stepper
          label={t.generator.words}
          value={options.words}
          min={4}
          max={12}
          onChange={(words) => onOptions({ ...options, words })}
        />
      </Option>
      <Option name={t.generator.separator}>
        <Select
          label={t.generator.separator}
          choices={SEPARATORS.map((value) => ({ value, label: t.generator.separators[value] }))}
          value={options.separator}
          onChange={(separator) => onOptions({ ...options, separator })}
        />
      </Option>
      <SwitchOption
        label={t.generator.capitals}
        on={options.capitals}
        onChange={(capitals) => onOptions({ ...options, capitals })}
      />
      <SwitchOption
        label={t.generator.digit}
        on={options.digit}
        onChange={(digit) => onOptions({ ...options, digit })}
      />
    </section>
  )
}
