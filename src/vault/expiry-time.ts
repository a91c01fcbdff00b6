import type { Json } from '../core/vault/json.ts'

/** The last moment of `2027-03-31` or of the month `2027-03` (also as `03/2027` and `03/27`); null for anything else. */
export function expiryTime(value: Json | undefined): number | null {
  if (typeof value !== 'string') return null
  const text = value.trim()
  const day = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  if (day !== null) return endOf(Number(day[1]), Number(day[2]), Number(day[3]))
  const month = /^(\d{4})-(\d{2})$/.exec(text)
  if (month !== null) return endOf(Number(month[1]), Number(month[2]) + 1, 0)
  const printed = /^(\d{1,2})\s*\/\s*(\d{4}|\d{2})$/.exec(text)
  return printed === null ? null : endOf(fullYear(Number(printed[2])), Number(printed[1]) + 1, 0)
}

const fullYear = (year: number): number => (year < 100 ? 2000 + year : year)

/** Day 0 is the last of the month before, as Date has it. */
function endOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day + 1) - 1
  return month < 1 || month > 13 || Number.isNaN(time) ? null : time
}
