import type { ComponentProps } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import styles from './icon-button.module.css'
import { keyText } from './key-names.ts'

type IconButtonProps = Omit<ComponentProps<'button'>, 'type' | 'aria-label' | 'title' | 'children'> & {
  readonly icon: IconName
  /** The name of what it does; it is the tooltip too. */
  readonly label: string
  readonly keys?: string | undefined
  readonly size?: 'small' | 'normal'
  /** Given: a toggle, announced as pressed or not. */
  readonly on?: boolean
  /** Enter in a field of its form presses it: a form of two fields needs one that does. */
  readonly submits?: boolean
}

export function IconButton({
  icon,
  label,
  keys,
  size = 'normal',
  on,
  submits = false,
  className,
  ...rest
}: IconButtonProps) {
  const t = useTexts()
  const name = keys === undefined ? label : `${label} (${keyText(keys, t.ui.keys, '+')})`
  return (
    <button
      {...rest}
      {...(on === undefined ? {} : { 'aria-pressed': on })}
      type={submits ? 'submit' : 'button'}
      aria-label={name}
      title={name}
      className={classes(
        styles['iconButton'],
        size === 'small' && styles['small'],
        on === true && styles['on'],
        className
      )}
    >
      <Icon name={icon} filled={on === true && icon === 'star'} />
    </button>
  )
}
