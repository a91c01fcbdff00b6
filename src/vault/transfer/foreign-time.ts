/** Where a number of seconds would be a date after the year 5000, it is milliseconds. */
const LAST_SECOND = 100_000_000_000
const LAST_MILLISECOND = 2 ** 48 - 1

/** ISO 8601, or seconds or milliseconds since 1970, as milliseconds; null for anything else and before 1970. */
export function foreignTime(text: string | number | null | undefined): number | null {
  if (text === null || text === undefined || text === '') return null
  const number = typeof text === 'number' ? text : /^\d{1,16}$/.test(text) ? Number(text) : null
  const time = number === null ? dateTime(String(text)) : number < LAST_SECOND ? number * 1000 : number
  return time !== null && time >= 0 && time <= LAST_MILLISECOND ? Math.floor(time) : null
}

const DATE = /^\d{4}-\d\d-\d\d/

/** Only what begins like ISO 8601: the rest is read differently by every program. */
function dateTime(text: string): number | null {
  if (!DATE.test(text)) return null
  const time = Date.parse(text.replace(/^(\d{4}-\d\d-\d\d) (\d)/, '$1T$2'))
  return Number.isNaN(time) ? null : time
}
