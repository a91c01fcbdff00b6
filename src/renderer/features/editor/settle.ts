import { type Draft, type DraftField, isChanged } from './draft.ts'

/** The draft as if the field that is being typed in were untouched. */
export function withoutHeld(draft: Draft, held: string | null): Draft {
  if (held === null) return draft
  return {
    ...draft,
    fields: draft.fields.map((field) =>
      field.id === held && field.concealed ? { ...field, value: field.saved } : field
    )
  }
}

type Sight = { readonly shown: ReadonlySet<string>; readonly held: string | null }

/** After `target` was saved: what counts as saved now, and which plaintext the page may let go of. */
export function settled(target: Draft, now: Draft, sight: Sight): { readonly before: Draft; readonly now: Draft } {
  const sent = new Map(target.fields.map((field) => [field.id, field]))
  const settle = (field: DraftField): DraftField => {
    const saved = sent.get(field.id)
    return saved === undefined ? field : letGo(storedAs(field, saved), sight)
  }
  return {
    before: { ...target, fields: target.fields.map(settle) },
    now: { ...now, fields: now.fields.map(settle) }
  }
}

function storedAs(field: DraftField, sent: DraftField): DraftField {
  if (!isChanged(sent)) return field
  return { ...field, saved: sent.value, empty: sent.value === '' }
}

/** A stored secret that nobody looks at has no business in the page. */
function letGo(field: DraftField, { shown, held }: Sight): DraftField {
  const needed = !field.concealed || field.empty || field.id === held || shown.has(field.id) || isChanged(field)
  return needed ? field : { ...field, value: null, saved: null }
}

/** What the vault filled in by itself (the facts of a certificate, of a key) joins the draft, except where one is typing. */
export function withKnown(
  { before, now }: { readonly before: Draft; readonly now: Draft },
  stored: Draft
): { readonly before: Draft; readonly now: Draft } {
  const filled = stored.fields.filter((field) => !field.concealed && field.saved !== valueIn(before, field.id))
  return filled.length === 0
    ? { before, now }
    : { before: putAll(before, filled, () => true), now: putAll(now, filled, (field) => !isChanged(field)) }
}

const valueIn = (draft: Draft, id: string): string | null =>
  draft.fields.find((field) => field.id === id)?.saved ?? null

function putAll(draft: Draft, filled: readonly DraftField[], may: (field: DraftField) => boolean): Draft {
  const byId = new Map(filled.map((field) => [field.id, field]))
  const known = new Set(draft.fields.map(({ id }) => id))
  const fields = draft.fields.map((field) => {
    const value = byId.get(field.id)
    return value !== undefined && may(field)
      ? { ...field, value: value.value, saved: value.saved, empty: false }
      : field
  })
  return { ...draft, fields: [...fields, ...filled.filter(({ id }) => !known.has(id))] }
}
