import { isObject, type Json } from './json.ts'

/** When something of an item is to be looked at again: it ends on a day, or is to be changed after so many days. */
export type DueRule = { readonly on: string } | { readonly every: number }
/** The soonest of them, as the list has it: milliseconds since 1970. */
export type Due = { readonly why: 'expires' | 'rotate'; readonly at: number }

const DAY_MS = 86_400_000
/** Ten years: a reminder beyond that reminds nobody. */
export const MOST_DAYS = 3650

/** `due:<field>` as docs/FORMAT.md has it; null for anything else, and where it says that nothing is due. */
export function readRule(value: Json | undefined): DueRule | null {
  if (!isObject(value)) return null
  const { on, every } = value as { readonly on?: Json; readonly every?: Json }
  if (typeof on === 'string' && dayOf(on) !== null) return { on }
  return typeof every === 'number' && every >= 1 && every <= MOST_DAYS ? { every } : null
}

/** `2031-08-14`, or the last day of `2031-08`, as noon in UTC: the same day nearly everywhere. Null for no such day. */
export function dayOf(text: string): number | null {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text.trim())
  if (match === null) return null
  const [year = 0, month = 0, day] = match.slice(1).map(Number)
  const at = Number.isNaN(day) || day === undefined ? Date.UTC(year, month, 0, 12) : Date.UTC(year, month - 1, day, 12)
  const date = new Date(at)
  const isThatDay = date.getUTCMonth() === month - 1 && (!(day ?? 0) || date.getUTCDate() === day)
  return isThatDay ? at : null
}

/** `setAt` is when the value of the field was set, in milliseconds; null where there is none, and then nothing is due. */
export function dueOf(rule: DueRule, setAt: number | null): Due | null {
  if ('every' in rule) return setAt === null ? null : { why: 'rotate', at: setAt + rule.every * DAY_MS }
  const at = dayOf(rule.on)
  return at === null ? null : { why: 'expires', at }
}

/** `due` as docs/FORMAT.md has it; null for nothing and for anything else. */
export function readDue(value: Json | undefined): Due | null {
  if (!isObject(value)) return null
  const { at, why } = value as { readonly at?: Json; readonly why?: Json }
  return typeof at === 'number' && (why === 'expires' || why === 'rotate') ? { at, why } : null
}
