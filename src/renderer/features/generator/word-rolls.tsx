import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dice } from '../../ui/die.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SecretText } from '../../ui/secret-text.tsx'
import { DiceInputs } from './dice-inputs.tsx'
import type { Passphrase } from './use-passphrase.ts'
import styles from './word-rolls.module.css'

type WordRollsProps = { readonly passphrase: Passphrase; readonly size?: 'small' | 'normal' | 'large' }

/** Every word beside the dice that chose it, with a way to roll that one again, or by hand. */
export function WordRolls({ passphrase, size = 'normal' }: WordRollsProps) {
  const rows = passphrase.phrase?.rolls ?? []
  const firstWaiting = Math.min(...passphrase.waiting.keys())
  return (
    <ol className={classes(styles['words'], size !== 'normal' && styles[size])}>
      {rows.map((faces, word) =>
        passphrase.waiting.has(word) ? (
          <WaitingRow key={word} word={word} passphrase={passphrase} first={word === firstWaiting} />
        ) : (
          <RolledRow key={word} word={word} faces={faces} passphrase={passphrase} large={size === 'large'} />
        )
      )}
    </ol>
  )
}

type RolledRowProps = {
  readonly word: number
  readonly faces: readonly number[]
  readonly passphrase: Passphrase
  readonly large: boolean
}

function RolledRow({ word, faces, passphrase, large }: RolledRowProps) {
  const t = useTexts()
  const text = passphrase.phrase?.words[word] ?? ''
  return (
    <li className={styles['row']}>
      <span className={styles['number']}>{word + 1}</span>
      <Dice faces={faces} label={t.password.rolls(faces.join(' '))} />
      <SecretText value={text} large={large} className={styles['word']} />
      <span className={styles['actions']}>
        <Button
          kind="plain"
          size="small"
          className={styles['type']}
          aria-label={t.password.typeRollsOf(word + 1)}
          onClick={() => passphrase.typeWord(word)}
        >
          {t.password.typeRolls}
        </Button>
        <IconButton
          icon="reroll"
          size="small"
          label={t.password.rerollWord(text)}
          onClick={() => passphrase.rollWord(word)}
        />
      </span>
    </li>
  )
}

type WaitingRowProps = { readonly word: number; readonly passphrase: Passphrase; readonly first: boolean }

function WaitingRow({ word, passphrase, first }: WaitingRowProps) {
  const t = useTexts()
  return (
    <li className={classes(styles['row'], styles['waiting'])}>
      <span className={styles['number']}>{word + 1}</span>
      <DiceInputs
        word={word}
        dice={passphrase.dicePerWord}
        autoFocus={first}
        onMissing={(missing) => passphrase.typed(word, missing)}
        onRolled={(faces) => passphrase.rolled(word, faces)}
      />
      <span className={styles['wait']}>
        {t.password.moreRolls(passphrase.waiting.get(word) ?? passphrase.dicePerWord)}
      </span>
      <span className={styles['actions']}>
        <Button
          kind="plain"
          size="small"
          aria-label={t.password.rollForMeOf(word + 1)}
          onClick={() => passphrase.rollWord(word)}
        >
          {t.password.rollForMe}
        </Button>
      </span>
    </li>
  )
}
