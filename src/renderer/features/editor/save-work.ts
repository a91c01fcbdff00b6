import type { ItemDetail, ItemEdit } from '../../../shared/item-views.ts'
import { applyEdit } from './apply-edit.ts'
import { type Draft, draftOf, hasContent, isEmptyEdit, toEdit } from './draft.ts'
import { settled, withKnown, withoutHeld } from './settle.ts'

/** What the editor asks of the vault. */
export type SaverPort = {
  create(type: string, edit: ItemEdit): Promise<ItemDetail>
  edit(item: string, expected: string, edit: ItemEdit): Promise<ItemDetail>
  get(item: string): Promise<ItemDetail>
  keepDraft(draft: { item: string | null; type: string; edit: ItemEdit }): Promise<void>
  dropDraft(): Promise<void>
  isStale(error: unknown): boolean
}

export type SaveStatus =
  | { readonly is: 'clean' }
  | { readonly is: 'pending' }
  | { readonly is: 'saving' }
  | { readonly is: 'failed'; readonly error: unknown }

/** An item that is being typed in, and what the vault has of it. */
export type Work = {
  id: string | null
  readonly type: string
  revision: string
  before: Draft
  now: Draft
  kept: boolean
  held: string | null
  shown: ReadonlySet<string>
  status: SaveStatus
  savedAt: number | null
}

export const isPending = ({ id, before, now }: Work): boolean =>
  !isEmptyEdit(toEdit(before, now)) && (id !== null || hasContent(now))

/** False when it failed; the status says why. */
export async function saveOnce(work: Work, port: SaverPort, publish: () => void): Promise<boolean> {
  const target = withoutHeld(work.now, work.held)
  const edit = toEdit(work.before, target)
  if (isEmptyEdit(edit) || (work.id === null && !hasContent(target))) return true
  work.status = { is: 'saving' }
  publish()
  try {
    const saved = await send(work, port, { target, edit })
    Object.assign(work, saved.detail === null ? {} : { id: saved.detail.id, revision: saved.detail.revision })
    Object.assign(work, settled(saved.target, work.now, { shown: work.shown, held: work.held }))
    if (saved.detail !== null) Object.assign(work, withKnown(work, draftOf(saved.detail)))
    work.savedAt = Date.now()
    work.status = isPending(work) ? { is: 'pending' } : { is: 'clean' }
  } catch (error) {
    work.status = { is: 'failed', error }
  }
  publish()
  if (work.status.is === 'clean' && work.kept) await keepOnce(work, port)
  return work.status.is !== 'failed'
}

type Sent = { readonly target: Draft; readonly edit: ItemEdit }

/** An item that was changed meanwhile takes our changes on top of theirs, field by field; nothing of either is lost. */
async function send(
  work: Work,
  port: SaverPort,
  { target, edit }: Sent
): Promise<{ detail: ItemDetail | null; target: Draft }> {
  if (work.id === null) return { detail: await port.create(work.type, edit), target }
  try {
    return { detail: await port.edit(work.id, work.revision, edit), target }
  } catch (error) {
    if (!port.isStale(error)) throw error
  }
  const fresh = await port.get(work.id)
  rebase(work, fresh)
  const again = withoutHeld(work.now, work.held)
  return { detail: await port.edit(work.id, fresh.revision, toEdit(work.before, again)), target: again }
}

/** What the page let go of is not shown any more: the item may hold another value by now. */
export function rebase(work: Work, fresh: ItemDetail): void {
  const mine = toEdit(work.before, work.now)
  work.before = draftOf(fresh)
  work.now = applyEdit(work.before, mine)
  work.revision = fresh.revision
  const known = work.now.fields.filter(({ value }) => value !== null).map(({ id }) => id)
  work.shown = new Set(known.filter((id) => work.shown.has(id)))
}

/** What is not saved yet is in the draft; a draft with nothing in it is taken away. Saving says what fails, so this does not. */
export async function keepOnce(work: Work, port: SaverPort): Promise<boolean> {
  const { id, type } = work
  const wanted = isPending(work)
  if (!wanted && !work.kept) return true
  work.kept = wanted
  const done = wanted ? port.keepDraft({ item: id, type, edit: toEdit(work.before, work.now) }) : port.dropDraft()
  return done.then(
    () => true,
    () => false
  )
}
