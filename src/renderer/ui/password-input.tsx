import { type ComponentProps, type KeyboardEvent, type ReactNode, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './password-input.module.css'
import { TextField } from './text-field.tsx'

type PasswordInputProps = Omit<ComponentProps<typeof TextField>, 'type' | 'value' | 'defaultValue' | 'mono'> & {
  /** After the button that shows what is typed. */
  readonly endAction?: ReactNode
}

/** Uncontrolled, so that what is typed is never in the state of the page: read it through `ref` and take-value.ts. */
export function PasswordInput({ endAction, onKeyDown, onKeyUp, onBlur, ...rest }: PasswordInputProps) {
  const t = useTexts()
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const watch = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <div>
      <TextField
        {...rest}
        type={shown ? 'text' : 'password'}
        mono={shown}
        onKeyDown={(event) => {
          watch(event)
          onKeyDown?.(event)
        }}
        onKeyUp={(event) => {
          watch(event)
          onKeyUp?.(event)
        }}
        onBlur={(event) => {
          setCapsLock(false)
          onBlur?.(event)
        }}
        end={
          <>
            <IconButton
              icon={shown ? 'eye-off' : 'eye'}
              label={shown ? t.ui.hide(rest.label) : t.ui.reveal(rest.label)}
              onClick={() => setShown(!shown)}
            />
            {endAction}
          </>
        }
      />
      <p className={styles['caps']} role="status">
        {capsLock ? (
          <>
            <Icon name="caps" />
            {t.common.capsLock}
          </>
        ) : null}
      </p>
    </div>
  )
}
