import { type ComponentProps, type ReactNode, useId } from 'react'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-shapes.tsx'
import styles from './text-field.module.css'

export type FieldSkin = {
  /** Names the field; shown above it when `labelShown`. */
  readonly label: string
  readonly labelShown?: boolean
  readonly hint?: ReactNode
  /** Marks the field as wrong and says why; takes the hint's place. */
  readonly error?: ReactNode
  readonly icon?: IconName
  /** Controls at the end, inside the border. */
  readonly end?: ReactNode
  readonly large?: boolean
  readonly mono?: boolean
  /** No border until it has focus: search. */
  readonly quiet?: boolean
  readonly className?: string | undefined
}

type TextFieldProps = Omit<ComponentProps<'input'>, 'aria-label' | 'size' | 'className'> & FieldSkin

/** One line of text. Uncontrolled by default: pass a `ref` and clear it at submit for anything secret. */
export function TextField({
  label,
  labelShown,
  hint,
  error,
  icon,
  end,
  large,
  mono,
  quiet,
  className,
  ...input
}: TextFieldProps) {
  const id = useId()
  const note = error ?? hint
  const described = note === undefined || note === null ? undefined : `${id}-note`
  return (
    <div className={className}>
      {labelShown === true ? (
        <label className={styles['label']} htmlFor={input.id ?? id}>
          {label}
        </label>
      ) : null}
      <div
        className={skinClasses({
          large,
          mono,
          quiet,
          wrong: error !== undefined && error !== null,
          dots: input.type === 'password'
        })}
      >
        {icon === undefined ? null : <Icon name={icon} className={styles['icon']} />}
        <input
          id={id}
          aria-describedby={described}
          aria-invalid={error === undefined || error === null ? undefined : true}
          autoComplete="off"
          spellCheck={false}
          {...input}
          {...(labelShown === true ? {} : { 'aria-label': label })}
        />
        {end}
      </div>
      <FieldNote id={described} error={error} hint={hint} />
    </div>
  )
}

type Skin = {
  large?: boolean | undefined
  mono?: boolean | undefined
  quiet?: boolean | undefined
  wrong?: boolean
  dots?: boolean
}

export const skinClasses = ({ large, mono, quiet, wrong, dots }: Skin): string =>
  classes(
    styles['input'],
    large === true && styles['large'],
    mono === true && styles['mono'],
    quiet === true && styles['quiet'],
    wrong === true && styles['wrong'],
    dots === true && styles['dots']
  )

function FieldNote({
  id,
  error,
  hint
}: {
  readonly id: string | undefined
  readonly error?: ReactNode
  readonly hint?: ReactNode
}) {
  if (id === undefined) return null
  const wrong = error !== undefined && error !== null
  return (
    <p id={id} className={classes(styles['hint'], wrong && styles['danger'])} {...(wrong ? { role: 'alert' } : {})}>
      {wrong ? error : hint}
    </p>
  )
}
