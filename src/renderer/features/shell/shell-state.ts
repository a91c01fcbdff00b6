import type { ItemEdit } from '../../../shared/item-views.ts'
import type { ListFilter, ListSort } from '../../../shared/list-views.ts'

export type PageName = 'health' | 'journal' | 'generator' | 'backups' | 'settings' | 'import' | 'timeMachine' | 'merge'

export type Place =
  | { readonly at: 'items'; readonly filter: ListFilter }
  | { readonly at: 'page'; readonly page: PageName }

/** A draft that was in the vault before the editor opened. */
export type KeptDraft = { readonly type: string; readonly edit: ItemEdit }

/** What the editor was opened on. */
export type EditTarget =
  | { readonly of: 'new'; readonly type: string; readonly title: string; readonly kept: KeptDraft | null }
  | { readonly of: 'item'; readonly id: string; readonly kept: KeptDraft | null }

export type ShellState = {
  readonly place: Place
  readonly text: string
  readonly sort: ListSort
  readonly descending: boolean
  readonly selected: string | null
  /** Several items that are chosen together; empty while there is only the selected one. */
  readonly marked: readonly string[]
  readonly editing: EditTarget | null
  /** Which pane a window of one pane shows. */
  readonly pane: 'sidebar' | 'list' | 'detail'
}

export type ShellStep =
  | { readonly do: 'go'; readonly place: Place }
  | { readonly do: 'search'; readonly text: string }
  | { readonly do: 'searchIn'; readonly filter: ListFilter }
  | { readonly do: 'sort'; readonly sort: ListSort; readonly descending: boolean }
  | { readonly do: 'select'; readonly id: string | null; readonly open: boolean }
  /** What was selected before the vault was locked; what was chosen meanwhile stays. */
  | { readonly do: 'restore'; readonly id: string }
  /** Chooses several at once; one of them alone is simply selected. */
  | { readonly do: 'mark'; readonly ids: readonly string[]; readonly at: string | null }
  /** These have left the list; `next` stands where the selected one was. */
  | { readonly do: 'gone'; readonly ids: readonly string[]; readonly next: string | null }
  | { readonly do: 'edit'; readonly target: EditTarget }
  | { readonly do: 'edited'; readonly id: string | null }
  | { readonly do: 'show'; readonly pane: ShellState['pane'] }
  | { readonly do: 'escape' }

export const ALL: Place = { at: 'items', filter: { of: 'all' } }

const NONE: readonly string[] = []

export type Order = Pick<ShellState, 'sort' | 'descending'>
const BY_TITLE: Order = { sort: 'title', descending: false }

export const firstState = ({ sort, descending } = BY_TITLE): ShellState => ({
  place: ALL,
  text: '',
  sort,
  descending,
  selected: null,
  marked: NONE,
  editing: null,
  pane: 'list'
})

export function shellStep(state: ShellState, step: ShellStep): ShellState {
  switch (step.do) {
    case 'go':
    case 'search':
    case 'searchIn':
      return { ...state, ...movedTo(state, step), marked: NONE }
    case 'sort':
      return { ...state, sort: step.sort, descending: step.descending }
    case 'select':
      return selectedOne(state, step.id, step.open)
    case 'restore':
      return restored(state, step.id)
    case 'mark':
      return marked(state, step.ids, step.at)
    case 'gone':
      return gone(state, step.ids, step.next)
    case 'edit':
      return {
        ...state,
        ...itemsPlace(state),
        marked: NONE,
        editing: step.target,
        selected: idOf(step.target) ?? state.selected,
        pane: 'detail'
      }
    case 'edited':
      return { ...state, editing: null, selected: step.id ?? state.selected }
    case 'show':
      return { ...state, pane: step.pane }
    case 'escape':
      return escaped(state)
  }
}

type Moving = Extract<ShellStep, { do: 'go' | 'search' | 'searchIn' }>

function movedTo({ place }: ShellState, step: Moving): Partial<ShellState> {
  if (step.do === 'search') return { text: step.text, place: place.at === 'page' ? ALL : place, pane: 'list' }
  if (step.do === 'searchIn') return { place: { at: 'items', filter: step.filter }, pane: 'list' }
  return { place: step.place, text: '', editing: null, pane: step.place.at === 'page' ? 'detail' : 'list' }
}

function selectedOne(state: ShellState, id: string | null, open: boolean): ShellState {
  const pane = open ? 'detail' : state.pane
  return { ...state, ...itemsPlace(state), selected: id, marked: NONE, editing: null, pane }
}

const restored = (state: ShellState, id: string): ShellState =>
  state.selected === null ? { ...state, selected: id } : state

function marked(state: ShellState, ids: readonly string[], at: string | null): ShellState {
  const selected = at ?? ids[0] ?? null
  return { ...state, ...itemsPlace(state), editing: null, selected, marked: ids.length > 1 ? ids : NONE }
}

function gone(state: ShellState, ids: readonly string[], next: string | null): ShellState {
  const left = { ...state, marked: NONE }
  if (state.selected === null || !ids.includes(state.selected)) return left
  if (next !== null && !ids.includes(next)) return { ...left, selected: next }
  // A pane of its own with nothing in it would have no way back.
  return { ...left, selected: null, pane: state.pane === 'detail' ? 'list' : state.pane }
}

/** Esc lets go of one thing at a time: of many items, of the search, of the item. */
function escaped(state: ShellState): ShellState {
  if (state.marked.length > 0) return { ...state, marked: NONE }
  if (state.text !== '') return { ...state, text: '' }
  if (state.place.at === 'page') return { ...state, place: ALL, pane: 'list' }
  return { ...state, selected: null, pane: 'list' }
}

const itemsPlace = ({ place }: ShellState): { place: Place } => ({ place: place.at === 'page' ? ALL : place })

const idOf = (target: EditTarget): string | null => (target.of === 'item' ? target.id : null)
