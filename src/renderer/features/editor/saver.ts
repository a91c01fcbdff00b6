import type { Draft } from './draft.ts'
import { forget, retitle, reveal, type Step } from './draft-changes.ts'
import { isPending, keepOnce, rebase, saveOnce, type SaverPort, type SaveStatus, type Work } from './save-work.ts'

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
