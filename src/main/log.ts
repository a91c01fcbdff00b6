/** Where a line comes from; closed, so that nobody logs a sentence with a value in it. */
export type LogPlace = 'start' | 'router' | 'vault' | 'session' | 'settings' | 'window' | 'clipboard' | 'web' | 'tray'
export type LogFacts = Readonly<Record<string, string | number>>
export type Log = (place: LogPlace, facts: LogFacts) => void

/** Codes, method names, counts. Anything with a blank, a slash or a quote may be a value of the user's. */
const HARMLESS = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/

/** Writes one line a call, redacted by form rather than by trust in the caller. */
export function createLog(write: (line: string) => void): Log {
  return (place, facts) => {
    const words = Object.entries(facts).map(([name, value]) => `${name}=${redact(value)}`)
    write(`${place} ${words.join(' ')}\n`)
  }
}

function redact(value: string | number): string {
  if (typeof value === 'number') return String(value)
  return HARMLESS.test(value) ? value : '[redacted]'
}
