import type { MergeReview as Review } from '../../../shared/merge-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Icon } from '../../ui/icon.tsx'
import { LetterTile } from '../../ui/letter-tile.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ConflictRow } from './conflict-row.tsx'
import styles from './merge.module.css'
import { TogetherTable } from './together-table.tsx'
import type { Merging } from './use-merge.ts'

type MergeReviewProps = { readonly review: Review; readonly merging: Pick<Merging, 'taken' | 'take'> }

/** What merging would do, before anything is done: first what somebody has to know, then what needs nobody. */
export function MergeReview({ review, merging }: MergeReviewProps) {
  const t = useTexts()
  const { conflicts, together, bringsNothing, takesKeys } = review
  if (bringsNothing) return <p className="lead">{t.merge.nothing}</p>
  const count = conflicts.reduce((sum, { fields }) => sum + fields.length, 0)
  return (
    <div className={styles['merge']}>
      <p className="lead">{t.merge.lead(count, together.changed.fields)}</p>
      {takesKeys ? <Notice kind="warn">{t.merge.takesKeys}</Notice> : null}
      {count === 0 ? null : <Conflicts review={review} merging={merging} />}
      <TogetherTable together={together} />
    </div>
  )
}

function Conflicts({ review, merging }: MergeReviewProps) {
  const t = useTexts()
  return (
    <>
      <div className={styles['head']}>
        <span />
        <span className="line">
          <Icon name="laptop" />
          {t.merge.here}
        </span>
        <span className="line">
          <Icon name="copy" />
          {t.merge.there}
        </span>
      </div>
      {review.conflicts.map(({ id, title, fields }) => (
        <section key={id ?? 'vault'}>
          <h2 className={styles['item']}>
            <LetterTile title={title} size="small" />
            <span className="strong truncate">{id === null ? t.merge.vault : title || t.shell.untitled}</span>
          </h2>
          {fields.map((field) => (
            <ConflictRow
              key={field.field}
              item={id}
              field={field}
              taken={merging.taken(id, field.field, field.later)}
              onTake={(take) => merging.take({ item: id, field: field.field, take })}
            />
          ))}
        </section>
      ))}
    </>
  )
}
