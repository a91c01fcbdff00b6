import type { FieldView } from '../../../shared/item-views.ts'
import { fieldLabel } from '../../texts/type-names.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { FieldRow } from '../../ui/field-row.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { DueNote } from '../due/due-note.tsx'
import { LongText } from './long-text.tsx'
import { dayOf } from './day-of.ts'
import styles from './detail.module.css'
import type { FieldProps } from './field-props.ts'

type Open = Extract<FieldView, { concealed: false }>

/** A value that is no secret: text, a date, a web address. */
export function OpenRow({
  field,
  keys,
  again,
  due,
  more,
  onCopy,
  onOpen
}: FieldProps & { readonly field: Open; readonly again: boolean }) {
  const t = useTexts()
  const label = fieldLabel(t, field.label)
  const isUrl = field.kind === 'url'
  return (
    <FieldRow
      label={again ? <span className="visually-hidden">{label}</span> : label}
      keys={isUrl ? undefined : keys}
      top={field.kind === 'multiline'}
      again={again}
      actions={
        <>
          {more}
          {isUrl ? (
            <IconButton size="small" icon="external" label={t.detail.open(field.value)} onClick={onOpen} />
          ) : null}
          <IconButton size="small" icon="copy" label={t.detail.copy(label)} keys={keys} onClick={onCopy} />
        </>
      }
    >
      {isUrl ? (
        <button type="button" className={styles['link']} onClick={onOpen}>
          {field.value}
        </button>
      ) : (
        <>
          <OpenValue field={field} /> {due === undefined ? null : <DueNote due={due} beside />}
        </>
      )}
    </FieldRow>
  )
}

function OpenValue({ field }: { readonly field: Open }) {
  const format = useFormat()
  if (field.kind === 'multiline') return <LongText value={field.value} />
  const day = field.kind === 'date' ? dayOf(field.value) : null
  const month = field.kind === 'month' ? dayOf(`${field.value.trim()}-01`) : null
  if (month !== null) return <span>{format.month(month)}</span>
  const isPrint = field.id === 'fingerprint'
  return (
    <span className={isPrint ? styles['codeText'] : undefined}>{day === null ? field.value : format.date(day)}</span>
  )
}
