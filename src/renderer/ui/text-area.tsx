import type { ComponentProps, ReactNode } from 'react'
import { skinClasses } from './text-field.tsx'

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'aria-label' | 'className'> & {
  readonly label: string
  readonly mono?: boolean
  /** Controls at the end, inside the border. */
  readonly end?: ReactNode
}

/** Several lines; grows with its text up to half the window. */
export function TextArea({ label, mono, end, ...rest }: TextAreaProps) {
  return (
    <div className={skinClasses({ mono })}>
      <textarea rows={3} autoComplete="off" spellCheck={false} {...rest} aria-label={label} />
      {end}
    </div>
  )
}
