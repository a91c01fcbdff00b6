import type { FieldEdit } from '../shared/item-views.ts'
import { UsageError } from './usage-error.ts'

/** What is to be looked at again: a secret every so many days, a date before it comes. */
export type ReminderFlags = { readonly rotate?: readonly string[]; readonly remind?: readonly string[] }

type Put = Extract<FieldEdit, { change: 'put' }>
type PutOf = (id: string) => Put

const MOST_DAYS = 3650

/** The same edits with the reminders in them; `putOf` writes a field anew, for one that nothing else changes. */
export function withReminders(edits: readonly FieldEdit[], flags: ReminderFlags, putOf: PutOf): FieldEdit[] {
  let done = [...edits]
  const change = (id: string, part: (put: Put) => Partial<Put>): void => {
    const known = done.find((edit): edit is Put => edit.change === 'put' && edit.id === id)
    const put = known ?? putOf(id)
    done = [...done.filter((edit) => edit !== known), { ...put, ...part(put) }]
  }
  for (const text of flags.rotate ?? []) {
    const [id, value] = parted(text, '--rotate takes FIELD=DAYS, or FIELD=never.')
    const rotateDays = daysOf(value)
    change(id, ({ concealed }) => {
      if (!concealed)
        throw new UsageError(`"${id}" is no secret: only a concealed field is changed every so many days.`)
      return { rotateDays }
    })
  }
  for (const text of flags.remind ?? []) {
    const [id, value] = parted(text, '--remind takes FIELD=on or FIELD=off.')
    if (value !== 'on' && value !== 'off') throw new UsageError('--remind takes FIELD=on or FIELD=off.')
    change(id, ({ kind }) => {
      if (kind !== 'date' && kind !== 'month') throw new UsageError(`"${id}" is no date.`)
      return { expiry: value === 'on' }
    })
  }
  return done
}

function parted(text: string, usage: string): readonly [id: string, value: string] {
  const at = text.lastIndexOf('=')
  if (at < 1) throw new UsageError(usage)
  return [text.slice(0, at), text.slice(at + 1)]
}

/** Null: never again. */
function daysOf(value: string): number | null {
  if (value === 'never') return null
  const days = /^\d{1,4}$/.test(value) ? Number(value) : 0
  if (days < 1 || days > MOST_DAYS) throw new UsageError(`A rotation is 1 to ${MOST_DAYS} days, or never.`)
  return days
}
