import type { JournalEntry } from '../../../shared/journal-views.ts'
import type { Texts } from '../../texts/en.ts'
import { fieldLabel } from '../../texts/type-names.ts'

/** The item, or what else it is about. */
export function entrySubject(t: Texts, { item }: JournalEntry): string {
  if (item === null) return t.journal.vaultItself
  return item.title === null ? t.journal.gone : item.title || t.shell.untitled
}

/** Which fields, or how much. */
export function entryDetail(t: Texts, { act, fields, format, items }: JournalEntry): string {
  const named = fields.map(({ id, label }) => (label === '' ? id : fieldLabel(t, label)))
  const said = format === null ? [] : [act === 'policy' ? policyName(t, format) : format]
  return [...named, ...said, ...(items === null ? [] : [t.journal.items(items)])].join(', ')
}

/** `window`, or the command as it is typed. */
export const entryBy = (t: Texts, { by }: JournalEntry): string => (by === 'window' ? t.journal.window : by)

export const deviceName = (t: Texts, { id, name }: JournalEntry['device']): string =>
  name === '' ? t.journal.unnamed(id) : name

const policyName = (t: Texts, policy: string): string =>
  Object.entries(t.journal.policies).find(([known]) => known === policy)?.[1] ?? policy
