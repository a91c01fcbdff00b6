import { type FormEvent, type KeyboardEvent, useRef } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import styles from './dice-inputs.module.css'

type DiceInputsProps = {
  /** Counting from 0. */
  readonly word: number
  readonly dice: number
  readonly autoFocus: boolean
  readonly onMissing: (missing: number) => void
  readonly onRolled: (faces: readonly number[]) => void
}

/** One small field a die. What is typed stays in the fields until the last one is filled. */
export function DiceInputs({ word, dice, autoFocus, onMissing, onRolled }: DiceInputsProps) {
  const t = useTexts()
  const row = useRef<HTMLSpanElement>(null)
  const fields = (): HTMLInputElement[] => Array.from(row.current?.querySelectorAll('input') ?? [])

  const read = (event: FormEvent<HTMLInputElement>): void => {
    const field = event.currentTarget
    field.value = field.value.replaceAll(/[^1-6]/g, '').slice(-1)
    const faces = fields().map((input) => Number(input.value))
    const missing = faces.filter((face) => face === 0).length
    onMissing(missing)
    if (missing === 0) onRolled(faces)
    else if (field.value !== '') fields()[faces.indexOf(0)]?.focus()
  }

  const stepBack = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key !== 'Backspace' || event.currentTarget.value !== '') return
    fields()[fields().indexOf(event.currentTarget) - 1]?.focus()
  }

  return (
    <span ref={row} className={styles['dice']}>
      {Array.from({ length: dice }, (_, die) => (
        <input
          key={die}
          className={styles['die']}
          type="text"
          inputMode="numeric"
          maxLength={2}
          placeholder=" "
          autoComplete="off"
          aria-label={t.password.die(die + 1, word + 1)}
          ref={(input) => {
            if (autoFocus && die === 0 && input?.value === '' && !row.current?.contains(document.activeElement))
              input.focus()
          }}
          onInput={read}
          onKeyDown={stepBack}
        />
      ))}
    </span>
  )
}
