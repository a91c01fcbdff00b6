import type { ReactNode } from 'react'
import { classes } from '../../ui/classes.ts'
import { Switch } from '../../ui/switch.tsx'
import styles from './generator.module.css'

type OptionProps = { readonly name: ReactNode; readonly wide?: boolean; readonly children: ReactNode }

export function Option({ name, wide = false, children }: OptionProps) {
  return (
    <div className={classes(styles['option'], wide && styles['wide'])}>
      <span>{name}</span>
      {children}
    </div>
  )
}

type SwitchOptionProps = {
  readonly label: string
  /** The characters that it means. */
  readonly sample?: ReactNode
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  readonly disabled?: boolean
}

export function SwitchOption({ label, sample, on, onChange, disabled = false }: SwitchOptionProps) {
  return (
    <Option
      name={
        <>
          {label}
          {sample}
        </>
      }
    >
      <Switch label={label} on={on} onChange={onChange} disabled={disabled} />
    </Option>
  )
}
