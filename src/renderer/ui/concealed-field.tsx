import type { ClipboardEvent, ReactNode } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { FieldRow } from './field-row.tsx'
import { IconButton } from './icon-button.tsx'
import { Mask } from './mask.tsx'
import { SecretText } from './secret-text.tsx'

type ConcealedFieldProps = {
  readonly label: string
  /** Null while it is concealed. */
  readonly value: string | null
  readonly secondsLeft?: number
  readonly keys?: string | undefined
  readonly onToggle: () => void
  readonly onCopy: () => void
  readonly copyLabel: string
  /** Strength, in words, beside the dots. */
  readonly note?: ReactNode
  readonly actions?: ReactNode
}

/** A row whose value is dots until asked for, then text that differs by shape as well as by colour. */
export function ConcealedField({
  label,
  value,
  secondsLeft,
  keys,
  onToggle,
  onCopy,
  copyLabel,
  note,
  actions
}: ConcealedFieldProps) {
  const t = useTexts()
  const shown = value !== null
  // Ctrl+C on a selected part of it would leave the value in the clipboard for good.
  const guardedCopy = (event: ClipboardEvent) => {
    event.preventDefault()
    onCopy()
  }
  return (
    <FieldRow
      label={label}
      keys={keys}
      actions={
        <>
          {shown && secondsLeft !== undefined ? (
            <span className="muted small num">{t.ui.seconds(secondsLeft)}</span>
          ) : null}
          <IconButton
            size="small"
            icon={shown ? 'eye-off' : 'eye'}
            label={shown ? t.ui.hide(label) : t.ui.reveal(label)}
            onClick={onToggle}
          />
          {actions}
          <IconButton size="small" icon="copy" label={copyLabel} keys={keys} onClick={onCopy} />
        </>
      }
    >
      {shown ? (
        <span onCopy={guardedCopy}>
          <SecretText value={value} />
        </span>
      ) : (
        <span className="line">
          <Mask />
          {note}
        </span>
      )}
    </FieldRow>
  )
}
