import type { DueReason } from '../../../shared/item-views.ts'
import { DUE_SOON_DAYS } from '../../../shared/list-views.ts'
import type { Texts } from '../../texts/en.ts'
import type { Format } from '../../texts/format.ts'

export type DueWords = { readonly text: string; readonly when: string; readonly tone: 'muted' | 'warn' | 'danger' }

/** `Expires in 12 days`; how near it is stands in the words as well as in their colour. */
export function dueWords(
  t: Texts,
  format: Pick<Format, 'inDays'>,
  { at, why }: { readonly at: number; readonly why: DueReason },
  now: number = Date.now()
): DueWords {
  const days = daysUntil(at, now)
  const when = format.inDays(days)
  const past = days < 0
  const tone = past ? 'danger' : days <= DUE_SOON_DAYS ? 'warn' : 'muted'
  if (why === 'rotate')
    return { text: days <= 0 ? t.due.rotateNow : t.due.rotate(when), when, tone: past ? 'warn' : tone }
  return { text: past ? t.due.expired(when) : t.due.expires(when), when, tone }
}

export const isSoon = (at: number, now: number = Date.now()): boolean => daysUntil(at, now) <= DUE_SOON_DAYS

/** Days of the calendar here, not spans of 24 hours. */
const daysUntil = (at: number, now: number): number => Math.round((startOfDay(at) - startOfDay(now)) / 86_400_000)

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0)
