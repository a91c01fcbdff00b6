import type { ComponentProps } from 'react'
import styles from './button.module.css'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import { KeyHint } from './key-hint.tsx'

export type ButtonKind = 'outline' | 'primary' | 'plain' | 'danger' | 'danger-solid'

type ButtonProps = Omit<ComponentProps<'button'>, 'type'> & {
  readonly kind?: ButtonKind
  readonly size?: 'small' | 'normal' | 'large'
  readonly wide?: boolean
  readonly icon?: IconName
  /** The shortcut that does the same, for example `Ctrl+S`. */
  readonly keys?: string | undefined
  readonly submits?: boolean
}

const KIND: Record<ButtonKind, string | undefined> = {
  outline: undefined,
  primary: styles['primary'],
  plain: styles['plain'],
  danger: styles['danger'],
  'danger-solid': styles['dangerSolid']
}

export function Button({
  kind = 'outline',
  size = 'normal',
  wide = false,
  icon,
  keys,
  submits = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={submits ? 'submit' : 'button'}
      className={classes(
        styles['button'],
        KIND[kind],
        size !== 'normal' && styles[size],
        wide && styles['wide'],
        className
      )}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
      {keys === undefined ? null : <KeyHint keys={keys} className={styles['key']} />}
    </button>
  )
}
