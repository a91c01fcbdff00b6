import { useTexts } from '../../texts/use-texts.ts'
import { daysLeft, LAST_DAYS } from './days-left.ts'

/** How long a row of the trash is still there. */
export function DaysLeftNote({ trashedAt }: { readonly trashedAt: number }) {
  const t = useTexts()
  const days = daysLeft(trashedAt)
  return <span className={`small num ${days <= LAST_DAYS ? 'warn' : 'muted'}`}>{t.trash.daysLeft(days)}</span>
}
