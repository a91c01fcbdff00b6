import { VaultError } from '../core/errors.ts'
import { type Change, VAULT_ITEM } from '../core/vault/change.ts'
import { isListProperty } from '../core/vault/properties.ts'
import type { UndoKind, UndoneStep, UndoState, UndoStep } from '../shared/undo-views.ts'
import type { BuildChanges } from './item/change-items.ts'
import { createSerial } from './serial.ts'
import { type Inverse, inverseOf, joinInverses, renewStamps, takeBack } from './undo-inverse.ts'
import type { VaultStore } from './vault-store.ts'

type SaveArgs = Parameters<VaultStore['save']>

/** What was done can be taken back and done again, while the vault is open and under the same keys. */
export type Undo = {
  /** A save that can be taken back as one step, however many items it touches. As that of the store. */
  readonly save: (of: UndoKind, ...args: SaveArgs) => Promise<void>
  /** A step that was saved by other means: a merge, whose changes have the stamps of another device. */
  readonly remember: (of: UndoKind, inverse: Inverse) => void
  /** The next save begins a step of its own: an editor was closed. Gives the step that it saved, if it saved any. */
  readonly settle: () => UndoStep | null
  readonly state: () => UndoState
  /** Null when there is nothing to take back. STALE when all of it has changed again since. */
  readonly undo: () => Promise<UndoneStep | null>
  readonly redo: () => Promise<UndoneStep | null>
}

type Step = { readonly of: UndoKind; readonly items: readonly string[]; readonly inverse: Inverse }
type Stacks = { past: Step[]; future: Step[]; open: boolean; epoch: number }

const KEPT = 100

/** The two things of a store that this needs. */
type Store = Pick<VaultStore, 'opened' | 'save'>

export function createUndo(store: Store): Undo {
  const inTurn = createSerial()
  const stacks: Stacks = { past: [], future: [], open: false, epoch: epochOf(store) }

  /** Under new keys nothing that is kept here could be opened, nor should it. */
  function current(): Stacks {
    const epoch = epochOf(store)
    if (epoch !== stacks.epoch) Object.assign(stacks, { past: [], future: [], open: false, epoch })
    return stacks
  }

  async function shift(from: 'past' | 'future', to: 'past' | 'future'): Promise<UndoneStep | null> {
    const step = current()[from].pop()
    if (step === undefined) return null
    stacks.open = false
    const done = await recorded(store, takeBack(step.inverse), readsOf(store, step)).catch((error: unknown) => {
      stacks[from].push(step)
      throw error
    })
    if (done === null) throw new VaultError('STALE')
    renew(stacks, step.inverse, done.at)
    stacks[to].push({ of: step.of, items: step.items, inverse: done.inverse })
    return { ...describe(store, step), shows: shownOf(store, step) }
  }

  return {
    save: (of, ...args) =>
      inTurn(async () => {
        const done = await recorded(store, ...args)
        // What only purges has no way back.
        if (done !== null && !isEmpty(done.inverse))
          remember(current(), { of, items: done.items, inverse: done.inverse })
      }),
    remember: (of, inverse) => {
      const items = [...new Set([...inverse.created, ...inverse.values.map(({ item }) => item)])]
      if (items.length > 0) remember(current(), { of, items, inverse })
    },
    settle: () => {
      const { open, past } = current()
      stacks.open = false
      return open ? describeLast(store, past) : null
    },
    state: () => {
      const { past, future } = current()
      return { undo: describeLast(store, past), redo: describeLast(store, future) }
    },
    undo: () => inTurn(() => shift('past', 'future')),
    redo: () => inTurn(() => shift('future', 'past'))
  }
}

type Recorded = { readonly items: readonly string[]; readonly inverse: Inverse; readonly at: string }

const isEmpty = ({ created, values }: Inverse): boolean => created.length + values.length === 0

/** Saves, and keeps what it wrote over. Null when there was nothing to save. */
async function recorded(
  store: Store,
  build: BuildChanges,
  ...rest: SaveArgs extends [unknown, ...infer Rest] ? Rest : never
): Promise<Recorded | null> {
  let done: Recorded | null = null
  const keep = (inverse: Inverse, changes: readonly Change[], at: string): void => {
    const items = [...new Set(changes.map(({ item }) => item).filter((item) => item !== VAULT_ITEM))]
    done = changes.length === 0 ? null : { items, inverse, at }
  }
  await store.save(
    (opened, at, now) => {
      const changes = build(opened, at, now)
      const ofItems = changes.filter(({ item }) => item !== VAULT_ITEM)
      keep(inverseOf(opened.folded, ofItems), changes, at)
      return changes
    },
    ...rest
  )
  return done
}

/** What an editor saves while it is open is one step, and so is what it saves of an item that it has just made. */
function remember(stacks: Stacks, step: Step): void {
  const last = stacks.past.at(-1)
  const joins =
    stacks.open &&
    step.of === 'edit' &&
    last !== undefined &&
    last.items.length === 1 &&
    last.items[0] === step.items[0]
  if (joins) stacks.past[stacks.past.length - 1] = { ...last, inverse: joinInverses(last.inverse, step.inverse) }
  else stacks.past = [...stacks.past.slice(1 - KEPT), step]
  stacks.open = step.of === 'edit' || step.of === 'create'
  stacks.future = []
}

function renew(stacks: Stacks, { values }: Inverse, at: string): void {
  const renewed = (step: Step): Step => ({ ...step, inverse: renewStamps(step.inverse, values, at) })
  stacks.past = stacks.past.map(renewed)
  stacks.future = stacks.future.map(renewed)
}

/** Only values of the details need them: a thousand items of a bulk change are not read for their tags. */
function readsOf(store: Store, { inverse }: Step): readonly string[] {
  const { folded } = store.opened()
  const needed = inverse.values.filter(({ name }) => !isListProperty(name)).map(({ item }) => item)
  return [...new Set(needed)].filter((item) => folded.has(item))
}

function describeLast(store: Store, steps: readonly Step[]): UndoStep | null {
  const last = steps.at(-1)
  return last === undefined ? null : describe(store, last)
}

function describe(store: Store, { of, items }: Step): UndoStep {
  const first = items[0]
  const title = first === undefined ? '' : (store.opened().folded.list(first)?.title ?? '')
  return { of, items: items.length, title }
}

/** The item to look at afterwards: the only one of the step, unless it went to the trash. */
function shownOf(store: Store, { items }: Step): string | null {
  const [first, ...others] = items
  if (first === undefined || others.length > 0) return null
  const list = store.opened().folded.list(first)
  return list === undefined || list.purged || list.trashedAt !== null ? null : first
}

const epochOf = (store: Store): number => store.opened().head.header.keyEpoch
