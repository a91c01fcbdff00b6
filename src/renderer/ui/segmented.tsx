import type { KeyboardEvent } from 'react'
import { classes } from './classes.ts'
import styles from './segmented.module.css'

export type Choice<Value extends string> = { readonly value: Value; readonly label: string }

type SegmentedProps<Value extends string> = {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** `tabs` switch what is shown below, `choice` is a setting. */
  readonly kind?: 'tabs' | 'choice'
  readonly className?: string | undefined
}

const STEP: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** Two to four words of which one holds. One tab stop; arrows choose. */
export function Segmented<Value extends string>({
  label,
  choices,
  value,
  onChange,
  kind = 'choice',
  className
}: SegmentedProps<Value>) {
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEP[event.key]
    if (step === undefined) return
    event.preventDefault()
    const at = (choices.findIndex((choice) => choice.value === value) + step + choices.length) % choices.length
    const next = choices[at]
    if (next === undefined) return
    onChange(next.value)
    const button = event.currentTarget.children.item(at)
    if (button instanceof HTMLElement) button.focus()
  }
  return (
    <div
      role={kind === 'tabs' ? 'tablist' : 'radiogroup'}
      aria-label={label}
      className={classes(styles['segmented'], className)}
      onKeyDown={move}
    >
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          tabIndex={choice.value === value ? 0 : -1}
          onClick={() => onChange(choice.value)}
          {...(kind === 'tabs'
            ? { role: 'tab', 'aria-selected': choice.value === value }
            : { role: 'radio', 'aria-checked': choice.value === value })}
        >
          {choice.label}
        </button>
      ))}
    </div>
  )
}
