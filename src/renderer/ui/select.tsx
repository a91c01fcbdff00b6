import { Icon } from './icon.tsx'
import menuStyles from './menu.module.css'
import type { Choice } from './segmented.tsx'
import styles from './select.module.css'
import { usePopup } from './use-popup.ts'

type SelectProps<Value extends string> = {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One of several values; what holds is part of the button's name. */
export function Select<Value extends string>({ label, choices, value, onChange }: SelectProps<Value>) {
  const { open, close, trigger, popup } = usePopup()
  const shown = choices.find((choice) => choice.value === value)?.label ?? ''
  const choose = (next: Value) => {
    close()
    onChange(next)
  }
  return (
    <>
      <button
        type="button"
        {...trigger}
        className={styles['select']}
        aria-haspopup="listbox"
        aria-label={`${label}: ${shown}`}
      >
        {shown}
        <Icon name="updown" className={styles['icon']} />
      </button>
      <div {...popup} role="listbox" tabIndex={-1} className={menuStyles['menu']} data-align="end">
        {open
          ? choices.map((choice) => (
              <button
                key={choice.value}
                type="button"
                role="option"
                data-popup-item=""
                tabIndex={-1}
                aria-selected={choice.value === value}
                className={menuStyles['item']}
                onClick={() => choose(choice.value)}
                onPointerEnter={(event) => event.currentTarget.focus()}
              >
                {choice.label}
                {choice.value === value ? <Icon name="check" className={menuStyles['end']} /> : null}
              </button>
            ))
          : null}
      </div>
    </>
  )
}
