const DAY = 24 * 60 * 60 * 1000

/** Whole years, as people count them. */
export const yearsSince = (at: number, now = Date.now()): number => Math.floor((now - at) / (365.25 * DAY))

/** Days that are left, today being 0; negative once it is over. */
export const daysUntil = (at: number, now = Date.now()): number => Math.floor((at - now) / DAY)
