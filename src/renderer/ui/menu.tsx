import { type ComponentProps, cloneElement, type ReactElement } from 'react'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import { KeyHint } from './key-hint.tsx'
import styles from './menu.module.css'
import { usePopup } from './use-popup.ts'

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
  readonly trigger: ReactElement<ComponentProps<'button'>>
  readonly entries: readonly MenuEntry[]
  readonly align?: 'start' | 'end'
}

export function Menu({ trigger, entries, align = 'end' }: MenuProps) {
  const { open, close, trigger: triggerProps, popup } = usePopup()
  return (
    <>
      {cloneElement(trigger, { ...triggerProps, 'aria-haspopup': 'menu' })}
      <div {...popup} role="menu" tabIndex={-1} className={styles['menu']} data-align={align}>
        {open
          ? entries.map((entry, place) => (
              <MenuLine key={entry === 'line' ? `line-${place}` : entry.label} entry={entry} onClose={close} />
            ))
          : null}
      </div>
    </>
  )
}

export function MenuLine({ entry, onClose }: { readonly entry: MenuEntry; onClose(): void }) {
  // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a line between entries has no words
  if (entry === 'line') return <hr className={styles['line']} />
  const { label, run, icon, keys, danger, disabled, chosen } = entry
  const act = () => {
    onClose()
    run()
  }
  return (
    <button
      type="button"
      data-popup-item=""
      tabIndex={-1}
      disabled={disabled === true}
      className={classes(styles['item'], danger === true && styles['danger'])}
      onClick={act}
      onPointerEnter={(event) => event.currentTarget.focus()}
      {...(chosen === undefined ? { role: 'menuitem' } : { role: 'menuitemradio', 'aria-checked': chosen })}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {label}
      {keys === undefined ? null : <KeyHint keys={keys} className={styles['end']} />}
      {chosen === true ? <Icon name="check" className={styles['end']} /> : null}
    </button>
  )
}
