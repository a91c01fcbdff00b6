const DAY = 24 * 60 * 60 * 1000

const NEWEST = 10
const DAYS = 14
const WEEKS = 8

/**
 * Which of the backups made at these times (milliseconds since 1970) have had their time: all but the newest ten, the
 * newest of each of the last 14 days, and the newest of each of the last 8 weeks. Days are UTC's. One from the future, by
 * a clock that was wrong then or is now, is kept.
 */
export function outdatedBackups(times: readonly number[], now: number): readonly number[] {
  const newestFirst = times.toSorted((a, b) => b - a)
  // One from later today must not stand for today: the backup that was just made would go at once.
  const past = newestFirst.filter((time) => time <= now)
  const kept = new Set([
    ...newestFirst.slice(0, NEWEST),
    ...newestFirst.slice(0, newestFirst.length - past.length),
    ...newestOfEach(past, now, DAY, DAYS),
    ...newestOfEach(past, now, 7 * DAY, WEEKS)
  ])
  return times.filter((time) => !kept.has(time))
}

function newestOfEach(newestFirst: readonly number[], now: number, span: number, spans: number): readonly number[] {
  const newest = new Map<number, number>()
  const present = Math.floor(now / span)
  for (const time of newestFirst) {
    const period = Math.floor(time / span)
    if (period > present - spans && !newest.has(period)) newest.set(period, time)
  }
  return [...newest.values()]
}
