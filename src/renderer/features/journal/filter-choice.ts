import type { JournalFilter, JournalGroup } from '../../../shared/journal-views.ts'

/** Days back from now. */
export const PERIODS = ['any', '1', '7', '30', '365'] as const
export type Period = (typeof PERIODS)[number]

export type Chosen = {
  readonly text: string
  readonly group: JournalGroup | 'all'
  /** Its id, or `any`. */
  readonly device: string
  readonly period: Period
}

export const EVERYTHING: Chosen = { text: '', group: 'all', device: 'any', period: 'any' }

export const isEverything = ({ text, group, device, period }: Chosen): boolean =>
  text.trim() === '' && group === 'all' && device === 'any' && period === 'any'

const DAY = 86_400_000

/** `now` in milliseconds since 1970. */
export function filterOf({ text, group, device, period }: Chosen, now: number): JournalFilter {
  return {
    ...(text.trim() === '' ? {} : { text }),
    ...(group === 'all' ? {} : { group }),
    ...(device === 'any' ? {} : { device }),
    ...(period === 'any' ? {} : { since: now - Number(period) * DAY })
  }
}
