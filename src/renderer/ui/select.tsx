import { Select as BaseSelect } from '@base-ui/react/select'
import { Icon } from './icon.tsx'
import menuStyles from './menu.module.css'
import type { Choice } from './segmented.tsx'
import styles from './select.module.css'

type SelectProps<Value extends string> = {
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

export function Select<Value extends string>({ label, choices, value, onChange }: SelectProps<Value>) {
  return (
    <BaseSelect.Root<Value>
      items={choices}
      value={value}
      onValueChange={(next) => next !== null && onChange(next)}
      modal={false}
    >
      <BaseSelect.Trigger className={styles['select']} aria-label={label}>
        <BaseSelect.Value />
        <Icon name="updown" className={styles['icon']} />
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner
          className={menuStyles['positioner']}
          sideOffset={4}
          align="end"
          alignItemWithTrigger={false}
        >
          <BaseSelect.Popup className={menuStyles['menu']} aria-label={label}>
            {choices.map((choice) => (
              <BaseSelect.Item key={choice.value} value={choice.value} className={menuStyles['item']}>
                <BaseSelect.ItemText>{choice.label}</BaseSelect.ItemText>
                <BaseSelect.ItemIndicator className={menuStyles['end']}>
                  <Icon name="check" />
                </BaseSelect.ItemIndicator>
              </BaseSelect.Item>
            ))}
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  )
}
