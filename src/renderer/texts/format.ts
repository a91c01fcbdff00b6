export type Format = {
  number(value: number): string
  /** One digit behind the point at most: bits are exact, but nobody reads the second digit. */
  bits(value: number): string
  bytes(value: number): string
  decimals(value: number, digits: number): string
  /** A length of time in one unit, long numbers in words: "5.4 billion years". */
  span(count: number, unit: 'second' | 'minute' | 'hour' | 'day' | 'year'): string
  /** `in 12 days`, `tomorrow`, `3 weeks ago`: coarser the further away. */
  inDays(days: number): string
  /** Milliseconds since 1970, all of them. */
  date(at: number): string
  /** The month and year of it. */
  month(at: number): string
  time(at: number): string
  /** Today and yesterday by name, this week by weekday, else by date; always with the time. */
  moment(at: number, now?: number): string
  /** The same in the middle of a sentence. */
  momentWithin(at: number, now?: number): string
}

const DAY_MS = 86_400_000

/** How a locale writes numbers and times. */
export function createFormat(locale: string): Format {
  const plain = new Intl.NumberFormat(locale)
  const oneDigit = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
  const month = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric' })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short' })
  const time = new Intl.DateTimeFormat(locale, { hour: hourDigits(locale), minute: '2-digit' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })

  function day(at: number, now: number): string {
    const days = daysBetween(at, now)
    if (days === 0 || days === 1) return relative.format(-days, 'day')
    return days > 0 && days < 7 ? weekday.format(at) : date.format(at)
  }

  return {
    number: (value) => plain.format(value),
    bits: (value) => oneDigit.format(value),
    decimals: (value, digits) =>
      value.toLocaleString(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
    bytes: (value) => formatBytes(locale, value),
    span: (count, unit) => formatSpan(locale, count, unit),
    inDays: (days) => formatInDays(relative, days),
    date: (at) => date.format(at),
    month: (at) => month.format(at),
    time: (at) => time.format(at),
    moment: (at, now = Date.now()) => `${capital(day(at, now), locale)}, ${time.format(at)}`,
    momentWithin: (at, now = Date.now()) => `${day(at, now)}, ${time.format(at)}`
  }
}

/** `09:46`, but `9:46 AM`: a clock of twelve hours has no leading zero. */
const hourDigits = (locale: string): 'numeric' | '2-digit' =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ? 'numeric' : '2-digit'

function formatInDays(relative: Intl.RelativeTimeFormat, days: number): string {
  const far = Math.abs(days)
  const whole = (size: number): number => Math.trunc(days / size)
  if (far < 21) return relative.format(days, 'day')
  if (far < 150) return relative.format(whole(7), 'week')
  return far < 730
    ? relative.format(Math.round(days / 30.44), 'month')
    : relative.format(Math.round(days / 365.25), 'year')
}

/** Calendar days of this computer, not spans of 24 hours: an hour after midnight, ten at night was yesterday. */
function daysBetween(at: number, now: number): number {
  return Math.round((startOfDay(now) - startOfDay(at)) / DAY_MS)
}

const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0)

const capital = (text: string, locale: string): string => text.slice(0, 1).toLocaleUpperCase(locale) + text.slice(1)

function formatBytes(locale: string, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3))
  const unit = units[step] ?? 'byte'
  const style = { style: 'unit', unit, unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: 1 } as const
  return new Intl.NumberFormat(locale, style).format(bytes / 1000 ** step)
}

function formatSpan(locale: string, count: number, unit: string): string {
  const style = { style: 'unit', unit, unitDisplay: 'long', notation: 'compact', compactDisplay: 'long' } as const
  return new Intl.NumberFormat(locale, { ...style, maximumSignificantDigits: 2 }).format(count)
}
