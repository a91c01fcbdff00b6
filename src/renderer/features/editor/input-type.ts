import type { FieldKind } from '../../../shared/item-views.ts'

type InputType = { readonly type: string; readonly inputMode?: 'email' | 'url' | 'tel' | 'numeric' }

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MONTH = /^\d{4}-\d{2}$/

/** A picker only for what a picker can show: a date in words, from an import, stays text that one can read. */
export function inputType(kind: FieldKind, value: string): InputType {
  if (kind === 'date') return { type: value === '' || DAY.test(value) ? 'date' : 'text' }
  if (kind === 'month') return { type: value === '' || MONTH.test(value) ? 'month' : 'text' }
  if (kind === 'email') return { type: 'text', inputMode: 'email' }
  if (kind === 'url') return { type: 'text', inputMode: 'url' }
  if (kind === 'phone') return { type: 'text', inputMode: 'tel' }
  return kind === 'number' ? { type: 'text', inputMode: 'numeric' } : { type: 'text' }
}
