import { arrayMember, type ForeignJson, textMember } from '../foreign-json.ts'
import { foreignTime } from '../foreign-time.ts'
import type { History } from '../new-item.ts'
import { hasContent } from './shape.ts'

type Old = { readonly value: string; readonly until: number | null }

/** Older values, by the name of the hidden field that they were of; '' for the password. */
export type OldValues = ReadonlyMap<string, History>

/**
 * Bitwarden says until when a value was used, and not since when: a value was set when the one before it ended. Values
 * of hidden fields are in the same list, with the name of the field before them.
 */
export function passwordHistory(item: ForeignJson, hidden: readonly string[]): OldValues {
  const values = new Map<string, Old[]>()
  for (const entry of arrayMember(item, 'passwordHistory').filter(hasContent)) {
    const text = textMember(entry, 'password')
    const name = hidden.find((field) => field !== '' && text.startsWith(`${field}: `)) ?? ''
    const value = name === '' ? text : text.slice(name.length + 2)
    const until = foreignTime(textMember(entry, 'lastUsedDate'))
    if (value !== '') values.set(name, [...(values.get(name) ?? []), { value, until }])
  }
  return new Map([...values].map(([name, old]) => [name, asHistory(old)]))
}

function asHistory(old: readonly Old[]): History {
  const sorted = [...old].sort((a, b) => (a.until ?? 0) - (b.until ?? 0))
  return sorted.map(({ value }, index) => ({ value, at: sorted[index - 1]?.until ?? null }))
}
