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
