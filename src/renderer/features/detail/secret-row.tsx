import { useState } from 'react'
import type { FieldView } from '../../../shared/item-views.ts'
import { fieldLabel } from '../../texts/type-names.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { ConcealedField } from '../../ui/concealed-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FieldRow } from '../../ui/field-row.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { LargeType } from '../../ui/large-type.tsx'
import { Meter } from '../../ui/meter.tsx'
import { strengthLevel } from '../../ui/strength-level.ts'
import type { FieldProps } from './field-props.ts'
import { DueNote } from '../due/due-note.tsx'
import styles from './detail.module.css'
import { useReveal } from './use-reveal.ts'

type Concealed = Extract<FieldView, { concealed: true }>

export function SecretRow({
  item,
  field,
  keys,
  due,
  more,
  onCopy,
  onError
}: FieldProps & { readonly field: Concealed }) {
  const t = useTexts()
  const reveal = useReveal(item, field.id, onError)
  const [large, setLarge] = useState(false)
  const label = fieldLabel(t, field.label)
  if (field.empty) return <FieldRow label={label}>{<span className="muted">{t.detail.empty}</span>}</FieldRow>
  const inLarge = () => {
    setLarge(true)
    reveal.show()
  }
  const toggle = () => {
    setLarge(false)
    if (reveal.value === null) reveal.show()
    else reveal.hide()
  }
  const close = () => {
    setLarge(false)
    reveal.hide()
  }
  return (
    <>
      <ConcealedField
        label={label}
        value={large ? null : reveal.value}
        secondsLeft={reveal.secondsLeft}
        keys={keys}
        onToggle={toggle}
        onCopy={onCopy}
        copyLabel={t.detail.copy(label)}
        note={
          <>
            <Strength field={field} />
            {due === undefined ? null : <DueNote due={due} />}
          </>
        }
        actions={
          <>
            {more}
            <IconButton size="small" icon="type" label={t.detail.largeType} onClick={inLarge} />
          </>
        }
      />
      {large && reveal.value !== null ? (
        <Dialog
          title={label}
          onClose={close}
          wide
          foot={
            <>
              <span className="muted small num">{t.ui.seconds(reveal.secondsLeft)}</span>
              <Button onClick={close}>{t.ui.close}</Button>
            </>
          }
        >
          <LargeType value={reveal.value} />
        </Dialog>
      ) : null}
    </>
  )
}

/** A PIN or a card number is as strong as it can be; only a password is judged. */
function Strength({ field }: { readonly field: Concealed }) {
  const t = useTexts()
  if (field.kind !== 'password' || field.bits === null) return null
  const level = strengthLevel(field.bits)
  const weak = level === 1 ? 'danger' : level === 2 ? 'warn' : 'muted'
  return (
    <span className={`line ${styles['note']}`} title={t.detail.bits(Math.floor(field.bits))}>
      <span className={`small ${weak}`}>{t.ui.strength[level]}</span>
      {level <= 2 ? <Meter level={level} /> : null}
    </span>
  )
}
