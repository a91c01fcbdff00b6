/** `2031-08-14` as noon of that day here, so that no time zone moves it; null for anything else. */
export function dayOf(value: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value.trim())
  if (match === null) return null
  const [year, month, day] = match.slice(1).map(Number)
  if (year === undefined || month === undefined || day === undefined) return null
  const noon = new Date(year, month - 1, day, 12)
  return noon.getMonth() === month - 1 && noon.getDate() === day ? noon.getTime() : null
}
