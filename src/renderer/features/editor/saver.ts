import type { ItemDetail, ItemEdit } from '../../../shared/item-views.ts'
import { applyEdit } from './apply-edit.ts'
import { type Draft, draftOf, hasContent, isEmptyEdit, toEdit } from './draft.ts'
import { forget, retitle, reveal, type Step } from './draft-changes.ts'
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

export type EditorStart = {
  /** Null for an item that does not exist yet; its `before` is NOTHING. */
  readonly id: string | null
  readonly type: string
  readonly revision: string
  readonly before: Draft
  readonly now: Draft
  /** A draft of it lies in the vault already. */
  readonly kept: boolean
}

export type SaveStatus =
  | { readonly is: 'clean' }
  | { readonly is: 'pending' }
  | { readonly is: 'saving' }
  | { readonly is: 'failed'; readonly error: unknown }

export type SaverState = {
  readonly draft: Draft
  readonly status: SaveStatus
  readonly id: string | null
  readonly savedAt: number | null
  /** Concealed fields whose value stands in the open. */
  readonly shown: ReadonlySet<string>
}

export type Saver = {
  state(): SaverState
  change(step: Step): void
  /** `stored` is what the vault holds; it is not a change. */
  show(field: string, stored: string | null): void
  hide(field: string): void
  /** The concealed field that is being typed in: half a password must not become a version of its own. */
  hold(field: string | null): void
  /** Lets go of the field, unless another one is being typed in by now. */
  release(field: string): void
  /** Saves everything now; false when that failed. What was typed is then still here, and in the draft. */
  flush(): Promise<boolean>
  /** The id of the item, which is made for it if it is not there yet, under this title if it has none; null: it failed. */
  ensure(title: string): Promise<string | null>
  /** Reads the item anew after the vault changed it at our request; what is not saved yet is laid over it. */
  refresh(): Promise<void>
  /** A draft that came back is saved like anything else that was typed. */
  begin(): void
  stop(): void
}

const KEEP_MS = 300
const SAVE_MS = 900

type Work = {
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

/** Saves by itself within a second of the last change, and keeps a sealed draft sooner than that. */
export function createSaver(start: EditorStart, port: SaverPort, onState: (state: SaverState) => void): Saver {
  const work: Work = { ...start, held: null, shown: new Set(), status: { is: 'clean' }, savedAt: null }
  let state = snapshot(work)
  let queue: Promise<boolean> = Promise.resolve(true)
  let timers: ReturnType<typeof setTimeout>[] = []

  const publish = () => onState((state = snapshot(work)))
  const enqueue = (job: () => Promise<boolean>): Promise<boolean> => (queue = queue.then(job, job))
  const cancel = () => {
    timers.forEach(clearTimeout)
    timers = []
  }
  const save = () => enqueue(() => saveOnce(work, port, publish))
  const schedule = () => {
    cancel()
    timers = [
      setTimeout(() => void enqueue(() => keepOnce(work, port)), KEEP_MS),
      setTimeout(() => void save(), SAVE_MS)
    ]
  }
  const saver: Saver = {
    state: () => state,
    change(step) {
      work.now = step(work.now)
      work.status = isPending(work) ? { is: 'pending' } : { is: 'clean' }
      schedule()
      publish()
    },
    show(field, stored) {
      if (stored !== null) work.now = reveal(field, stored)(work.now)
      work.shown = new Set([...work.shown, field])
      publish()
    },
    hide(field) {
      work.shown = new Set([...work.shown].filter((each) => each !== field))
      if (work.held !== field) work.now = forget(field)(work.now)
      publish()
    },
    hold(field) {
      work.held = field
      if (field === null && isPending(work)) void save()
    },
    release(field) {
      if (work.held === field) saver.hold(null)
    },
    async flush() {
      cancel()
      work.held = null
      if (await save()) return true
      await enqueue(() => keepOnce(work, port))
      return false
    },
    async ensure(title) {
      if (work.id === null && work.now.title.trim() === '') saver.change(retitle(title))
      await saver.flush()
      return work.id
    },
    async refresh() {
      await enqueue(async () => {
        if (work.id !== null) rebase(work, await port.get(work.id))
        work.savedAt = Date.now()
        publish()
        return true
      })
    },
    begin() {
      if (isPending(work)) schedule()
    },
    stop: cancel
  }
  return saver
}

const snapshot = ({ now, status, id, savedAt, shown }: Work): SaverState => ({ draft: now, status, id, savedAt, shown })

const isPending = ({ id, before, now }: Work): boolean =>
  !isEmptyEdit(toEdit(before, now)) && (id !== null || hasContent(now))

async function saveOnce(work: Work, port: SaverPort, publish: () => void): Promise<boolean> {
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
function rebase(work: Work, fresh: ItemDetail): void {
  const mine = toEdit(work.before, work.now)
  work.before = draftOf(fresh)
  work.now = applyEdit(work.before, mine)
  work.revision = fresh.revision
  const known = work.now.fields.filter(({ value }) => value !== null).map(({ id }) => id)
  work.shown = new Set(known.filter((id) => work.shown.has(id)))
}

/** What is not saved yet is in the draft; a draft with nothing in it is taken away. Saving says what fails, so this does not. */
async function keepOnce(work: Work, port: SaverPort): Promise<boolean> {
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
