import { useTexts } from '../../texts/use-texts.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { type Starts, StartOffers } from '../list/starts.tsx'
import styles from './detail.module.css'

/** Where nothing is selected: quiet, or what to begin with in an empty vault. */
export function EmptyDetail({ start }: { readonly start: Starts | null }) {
  const t = useTexts()
  return (
    <section className={styles['empty']} aria-label={t.detail.none} data-pane="detail">
      {start === null ? <EmptyState text={t.detail.choose} /> : <StartOffers start={start} />}
    </section>
  )
}
