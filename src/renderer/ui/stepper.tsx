import { useTexts } from '../texts/use-texts.ts'
import styles from './stepper.module.css'

type StepperProps = {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onChange: (value: number) => void
}

export function Stepper({ label, value, min, max, onChange }: StepperProps) {
  const t = useTexts()
  return (
    <span className={styles['stepper']} role="group" aria-label={label}>
      <button type="button" aria-label={t.ui.fewer(label)} disabled={value <= min} onClick={() => onChange(value - 1)}>
        −
      </button>
      <output aria-label={label}>{value}</output>
      <button type="button" aria-label={t.ui.more(label)} disabled={value >= max} onClick={() => onChange(value + 1)}>
        +
      </button>
    </span>
  )
}
