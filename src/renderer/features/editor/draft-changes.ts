import type { FieldKind } from '../../../shared/item-views.ts'
import type { Draft, DraftField } from './draft.ts'

/** Every step of the editor is a new draft; these are the steps. */
export type Step = (draft: Draft) => Draft

const onField =
  (id: string, change: (field: DraftField) => DraftField): Step =>
  (draft) => ({ ...draft, fields: draft.fields.map((field) => (field.id === id ? change(field) : field)) })

export const retitle =
  (title: string): Step =>
  (draft) => ({ ...draft, title })

export const retag =
  (tags: readonly string[]): Step =>
  (draft) => ({ ...draft, tags: [...new Set(tags.map(cleanTag).filter((tag) => tag !== ''))] })

/** `Work / Code` and `/Work//Code` are `Work/Code`. */
export const cleanTag = (tag: string): string =>
  tag
    .split('/')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/')

export const star =
  (favorite: boolean): Step =>
  (draft) => ({ ...draft, favorite })

/** Typed text. Emptying a concealed field that was never shown leaves the stored value alone. */
export const type = (id: string, text: string): Step =>
  onField(id, ({ bits: _typedOver, ...field }) => ({
    ...field,
    value: text === '' && field.saved === null ? null : text
  }))

export const takeGenerated = (id: string, text: string, bits: number): Step =>
  onField(id, (field) => ({ ...field, value: text, bits }))

/** The stored value has crossed to the page because somebody looked at it; what was typed meanwhile stays. */
export const reveal = (id: string, stored: string): Step =>
  onField(id, (field) => ({ ...field, saved: stored, value: field.value ?? stored }))

/** The page lets go of a value that nobody changed. */
export const forget = (id: string): Step =>
  onField(id, (field) => (field.value === field.saved && !field.empty ? { ...field, value: null, saved: null } : field))

export const relabel = (id: string, label: string): Step => onField(id, (field) => ({ ...field, label }))

/** An open value can be concealed as it is; a concealed one has to be known before it can stand open. */
export const conceal = (id: string, concealed: boolean): Step =>
  onField(id, (field) => {
    if (!concealed && field.value === null) return field
    // Sealed or not is another property of the item: the value has to be written again.
    return { ...field, concealed, saved: field.value === '' ? '' : null }
  })

/** Whether the date is reminded of, or every how many days the secret is to be changed. */
export const remind = (id: string, reminder: Pick<DraftField, 'expiry' | 'rotateDays'>): Step =>
  onField(id, (field) => ({ ...field, ...reminder }))

export const remove =
  (id: string): Step =>
  (draft) => ({ ...draft, fields: draft.fields.filter((field) => field.id !== id) })

/** Moves a field to stand where `over` stands now, and takes it into that one's section. */
export const moveTo =
  (id: string, over: string): Step =>
  (draft) => {
    const from = draft.fields.findIndex((field) => field.id === id)
    const to = draft.fields.findIndex((field) => field.id === over)
    const field = draft.fields[from]
    const target = draft.fields[to]
    if (field === undefined || target === undefined || from === to) return draft
    const rest = draft.fields.toSpliced(from, 1)
    return { ...draft, fields: rest.toSpliced(to, 0, { ...field, section: target.section }) }
  }

/** One step; over the edge of a section into the next one, where it stands first or last before it goes on. */
export const moveBy =
  (id: string, by: 1 | -1): Step =>
  (draft) => {
    const place = draft.fields.findIndex((field) => field.id === id)
    const field = draft.fields[place]
    const over = draft.fields[place + by]
    if (field === undefined || over === undefined) return draft
    if (over.section === field.section) return moveTo(id, over.id)(draft)
    return onField(id, (moved) => ({ ...moved, section: over.section }))(draft)
  }

export const renameSection =
  (from: string, to: string): Step =>
  (draft) => ({
    ...draft,
    fields: draft.fields.map((field) => (field.section === from ? { ...field, section: to } : field))
  })

export type NewField = { readonly kind: FieldKind; readonly label: string; readonly section?: string }

const CONCEALED_KINDS: ReadonlySet<FieldKind> = new Set(['password', 'secret', 'pin', 'otp'])

/** `suffix` makes the id the field's own on every device; the ids of one-time codes begin with `otp`. */
export const add =
  ({ kind, label, section = '' }: NewField, suffix: string): Step =>
  (draft) => {
    const id = `${kind === 'otp' ? 'otp' : kind === 'url' ? 'url' : 'field'}-${suffix}`
    const field = { id, label, kind, concealed: CONCEALED_KINDS.has(kind), section, value: '', saved: '', empty: true }
    const last = draft.fields.findLastIndex((each) => (kind === 'url' ? each.kind === 'url' : each.section === section))
    return { ...draft, fields: draft.fields.toSpliced(last < 0 ? draft.fields.length : last + 1, 0, field) }
  }

/** A removed field comes back where it was; what the vault held of it has to be written again. */
export const putBack =
  (field: DraftField, place: number): Step =>
  (draft) => ({ ...draft, fields: draft.fields.toSpliced(place, 0, { ...field, saved: '', empty: true }) })
