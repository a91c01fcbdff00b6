import type { FieldView, ItemDetail } from '../../../shared/item-views.ts'
import { fieldLabel, sectionName } from '../../texts/type-names.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { FieldRow, Fields } from '../../ui/field-row.tsx'
import { TagChip, TagList } from '../../ui/tag-chip.tsx'
import { HistoryButton } from '../history/history-button.tsx'
import { ChangeButton } from '../password-change/change-button.tsx'
import { PendingRow } from '../password-change/pending-row.tsx'
import { usePending } from '../password-change/use-pending.ts'
import type { ItemActions } from '../shell/item-actions.ts'
import { CodeRow } from './code-row.tsx'
import styles from './detail.module.css'
import { fieldGroups, isAgain } from './field-groups.ts'
import { OpenRow } from './open-row.tsx'
import { keysOf, quickFields } from './quick-fields.ts'
import { SecretRow } from './secret-row.tsx'

type DetailFieldsProps = { readonly item: ItemDetail; readonly actions: ItemActions; onError(error: unknown): void }

export function DetailFields({ item, actions, onError }: DetailFieldsProps) {
  const t = useTexts()
  const [main, ...sections] = fieldGroups(item)
  const pending = usePending(item)
  const waits = (field: FieldView) => pending.some((each) => each.field === field.id)
  const lines = (fields: readonly FieldView[]) =>
    fields.map((field, place) => (
      <DetailField
        key={field.id}
        again={isAgain(fields, place)}
        waits={waits(field)}
        {...{ item, field, actions, onError }}
      />
    ))
  const isNote = (field: FieldView) => field.kind === 'multiline'
  const short = main?.fields.filter((field) => !isNote(field)) ?? []
  const long = main?.fields.filter(isNote) ?? []
  return (
    <>
      {short.length + long.length + item.tags.length === 0 ? null : (
        <Fields>
          {lines(short)}
          {item.tags.length === 0 ? null : <TagsRow tags={item.tags} onOpen={actions.showTag} />}
          {lines(long)}
        </Fields>
      )}
      {sections.map(({ section, fields }) => (
        <section key={section} className={styles['section']}>
          <h2 className={`head ${styles['head']}`}>{sectionName(t, section)}</h2>
          <Fields>{lines(fields)}</Fields>
        </section>
      ))}
    </>
  )
}

type DetailFieldProps = DetailFieldsProps & {
  readonly field: FieldView
  readonly again: boolean
  /** A new value stands beside it. */
  readonly waits: boolean
}

function DetailField({ item, field, again, waits, actions, onError }: DetailFieldProps) {
  const t = useTexts()
  const quick = quickFields(item)
  const label = fieldLabel(t, field.label)
  const kind = field.kind === 'otp' ? 'code' : 'value'
  const whole = { item, field, label, actions, onError }
  const common = {
    more: (
      <>
        <ChangeButton {...whole} />
        <HistoryButton {...whole} />
      </>
    ),
    item: item.id,
    keys: keysOf(field.id, quick),
    onCopy: () => actions.copy(item, field.id, label, kind),
    onOpen: () => actions.openWebsite(item, field.id),
    onError,
    due: item.dues?.find((each) => each.field === field.id)
  }
  if (kind === 'code') return <CodeRow {...common} field={field} changedAt={item.changedAt} title={item.title} />
  if (waits) return <PendingRow {...whole} />
  if (field.concealed) return <SecretRow {...common} field={field} />
  return <OpenRow {...common} field={field} again={again} />
}

function TagsRow({ tags, onOpen }: { readonly tags: readonly string[]; readonly onOpen: (tag: string) => void }) {
  const t = useTexts()
  return (
    <FieldRow label={t.detail.tags}>
      <TagList>
        {tags.map((tag) => (
          <TagChip key={tag} tag={tag} onOpen={() => onOpen(tag)} />
        ))}
      </TagList>
    </FieldRow>
  )
}
