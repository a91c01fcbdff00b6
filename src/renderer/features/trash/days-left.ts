import { TRASH_DAYS } from '../../../shared/list-views.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Until when the trash keeps what came into it then. */
export const keptUntil = (trashedAt: number): number => trashedAt + TRASH_DAYS * DAY_MS

/** Days begun count; 0 and less: it goes when the vault is opened next. A clock that was ahead promises no more days. */
export const daysLeft = (trashedAt: number, now: number = Date.now()): number =>
  Math.min(TRASH_DAYS, Math.ceil((keptUntil(trashedAt) - now) / DAY_MS))

/** So near its end that it is told louder. */
export const LAST_DAYS = 3
