import type { CarriedField, EntryString } from './entry-strings.ts'
import { hasOnlyXmlCharacters } from './xml-text.ts'

/** An older state of an entry: the values that its fields had from `at` on, milliseconds since 1970, 0 where unknown. */
export type OlderEntry = { readonly at: number; readonly strings: readonly EntryString[] }

type Version = { readonly at: number; readonly value: string }

/**
 * KeePass keeps whole older entries where we keep older values: one entry for each time at which any value was set, with
 * what each field had then. Read back, they give the same older values. `lost` is told of those that cannot be carried.
 */
export function historyEntries(
  carried: readonly CarriedField[],
  lost: (values: number) => void
): readonly OlderEntry[] {
  const fields = carried.flatMap(({ field, string }) => {
    const versions = string === null ? [] : carriedVersions(field)
    lost(field.history.length - versions.length)
    return string === null ? [] : [{ string, isMasked: field.concealed || string.isProtected, versions }]
  })
  return momentsOf(fields.map(({ versions }) => versions)).map(({ at, nth }) => ({
    at,
    strings: fields.flatMap(({ string, isMasked, versions }) => {
      const value = valueAt(versions, at, nth)
      if (value === undefined) return []
      return [{ name: string.name, value, isProtected: isMasked || !hasOnlyXmlCharacters(value) }]
    })
  }))
}

/** In whole seconds, times never going back; an empty value and one that repeats itself leave no trace in KeePass. */
function carriedVersions({ history, value: current }: CarriedField['field']): readonly Version[] {
  const versions: Version[] = []
  for (const { at, value } of history) {
    const seconds = Math.floor((at ?? 0) / 1000) * 1000
    const last = versions.at(-1)
    if (value === '' || last?.value === value) continue
    versions.push({ at: Math.max(seconds, last?.at ?? 0), value: value.toWellFormed() })
  }
  if (versions.at(-1)?.value === current) versions.pop()
  return versions
}

type Moment = { readonly at: number; readonly nth: number }

/** Every time at which something was set, as often as the field that changed most often at it. */
function momentsOf(fields: readonly (readonly Version[])[]): readonly Moment[] {
  const counts = new Map<number, number>()
  for (const versions of fields) {
    const own = new Map<number, number>()
    for (const { at } of versions) own.set(at, (own.get(at) ?? 0) + 1)
    for (const [at, count] of own) counts.set(at, Math.max(count, counts.get(at) ?? 0))
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .flatMap(([at, count]) => Array.from({ length: count }, (_, index) => ({ at, nth: index - count })))
}

/** `nth` counts from the end: −1 is the last state of that moment. */
function valueAt(versions: readonly Version[], at: number, nth: number): string | undefined {
  const then = versions.filter((version) => version.at === at)
  const before = versions.findLast((version) => version.at < at)
  return (then.at(nth) ?? before)?.value
}
