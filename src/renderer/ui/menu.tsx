import { Menu as BaseMenu } from '@base-ui/react/menu'
import type { ReactElement } from 'react'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import { KeyHint } from './key-hint.tsx'
import styles from './menu.module.css'

export type MenuEntry =
  | 'line'
  | {
      readonly label: string
      readonly run: () => void
      readonly icon?: IconName
      readonly keys?: string | undefined
      readonly danger?: boolean
      readonly disabled?: boolean
      /** Given: one of several, with a check at the one that holds. */
      readonly chosen?: boolean
    }

type MenuProps = {
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly entries: readonly MenuEntry[]
  readonly align?: 'start' | 'end'
}

export function Menu({ trigger, entries, align = 'end' }: MenuProps) {
  return (
    <BaseMenu.Root modal={false}>
      <BaseMenu.Trigger render={trigger} />
      <BaseMenu.Portal>
        <BaseMenu.Positioner className={styles['positioner']} sideOffset={4} align={align}>
          <BaseMenu.Popup className={styles['menu']}>
            {entries.map((entry, place) => (
              <MenuLine key={entry === 'line' ? `line-${place}` : entry.label} entry={entry} />
            ))}
          </BaseMenu.Popup>
        </BaseMenu.Positioner>
      </BaseMenu.Portal>
    </BaseMenu.Root>
  )
}

function MenuLine({ entry }: { readonly entry: MenuEntry }) {
  if (entry === 'line') return <BaseMenu.Separator className={styles['line']} />
  const { label, run, icon, keys, danger, disabled, chosen } = entry
  return (
    <BaseMenu.Item
      className={classes(styles['item'], danger === true && styles['danger'])}
      onClick={run}
      disabled={disabled === true}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {label}
      {keys === undefined ? null : <KeyHint keys={keys} className={styles['end']} />}
      {chosen === true ? <Icon name="check" className={styles['end']} /> : null}
    </BaseMenu.Item>
  )
}
