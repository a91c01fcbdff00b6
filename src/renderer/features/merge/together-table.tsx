import type { ReactNode } from 'react'
import type { MergeReview, Titles } from '../../../shared/merge-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import styles from './merge.module.css'

/** What goes together without a question. */
export function TogetherTable({ together }: { readonly together: MergeReview['together'] }) {
  const t = useTexts()
  const { added, changed, trashed, purged, kept } = together
  const lines = [
    line('plus', added, t.merge.added(added.count), t.merge.fromThere, 'ok'),
    changed.fields === 0 ? null : (
      <Line
        key="edit"
        icon="edit"
        what={t.merge.changed(changed.fields)}
        of={t.merge.inItems(changed.items)}
        from={t.merge.fromBoth(changed.fromHere, changed.fromThere)}
      />
    ),
    line('trash', trashed, t.merge.trashed(trashed.count), t.merge.restorable),
    line('x', purged, t.merge.purged(purged.count), t.merge.fromThere),
    line('copy', kept, t.merge.kept(kept.count), t.merge.keptAs)
  ].filter((each) => each !== null)
  if (lines.length === 0) return null
  return (
    <section className={styles['together']}>
      <h2 className="h3">{t.merge.together}</h2>
      <table className="table">
        <tbody>{lines}</tbody>
      </table>
    </section>
  )
}

function line(icon: IconName, titles: Titles, what: string, from: string, tone?: 'ok'): ReactNode | null {
  if (titles.count === 0) return null
  return <Line key={icon} icon={icon} what={what} of={<Named titles={titles} />} from={from} tone={tone} />
}

function Named({ titles: { count, titles } }: { readonly titles: Titles }) {
  const t = useTexts()
  const named = titles.map((title) => title || t.shell.untitled).join(', ')
  return count > titles.length ? `${named} ${t.merge.andMore(count - titles.length)}` : named
}

type LineProps = {
  readonly icon: IconName
  readonly what: string
  readonly of: ReactNode
  readonly from: string
  readonly tone?: 'ok' | undefined
}

function Line({ icon, what, of, from, tone }: LineProps) {
  return (
    <tr>
      <td className={tone ?? 'muted'}>
        <Icon name={icon} />
      </td>
      <td>{what}</td>
      <td className="muted">{of}</td>
      <td className="r muted small">{from}</td>
    </tr>
  )
}
