import styles from './die.module.css'

const MIDDLE = 11
const LOW = 5.5
const HIGH = 16.5
const CENTRE = [[MIDDLE, MIDDLE]] as const
const RISING = [
  [LOW, HIGH],
  [HIGH, LOW]
] as const
const FALLING = [
  [LOW, LOW],
  [HIGH, HIGH]
] as const
const SIDES = [
  [LOW, MIDDLE],
  [HIGH, MIDDLE]
] as const

const PIPS: Readonly<Record<number, readonly (readonly [number, number])[]>> = {
  1: CENTRE,
  2: RISING,
  3: [...RISING, ...CENTRE],
  4: [...RISING, ...FALLING],
  5: [...RISING, ...FALLING, ...CENTRE],
  6: [...RISING, ...FALLING, ...SIDES]
}

/** One face, 1 to 6. The row of dice is named as a whole by its owner. */
export function Die({ face }: { readonly face: number }) {
  return (
    <svg className={styles['die']} viewBox="0 0 22 22" aria-hidden="true">
      <rect x="0.5" y="0.5" width="21" height="21" rx="4.5" />
      {(PIPS[face] ?? []).map(([x, y]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="1.75" />
      ))}
    </svg>
  )
}

/** The dice of one word; `label` says the faces in figures. */
export function Dice({ faces, label }: { readonly faces: readonly number[]; readonly label: string }) {
  return (
    <span className={styles['dice']} role="img" aria-label={label}>
      {faces.map((face, place) => (
        <Die key={`${place}`} face={face} />
      ))}
    </span>
  )
}
