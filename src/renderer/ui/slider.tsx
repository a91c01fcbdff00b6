import styles from './slider.module.css'

type SliderProps = {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onChange: (value: number) => void
  /** What a screen reader says in place of the bare number. */
  readonly valueText?: string
}

export function Slider({ label, value, min, max, onChange, valueText }: SliderProps) {
  return (
    <input
      type="range"
      className={styles['slider']}
      aria-label={label}
      aria-valuetext={valueText}
      min={min}
      max={max}
      value={value}
      onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
    />
  )
}
