import type { ItemEdit, ListFilter, ListSort } from '../../../shared/views.ts'

export type PageName = 'generator' | 'backups' | 'timeMachine' | 'merge' | 'settings'

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
  | { readonly do: 'edit'; readonly target: EditTarget }
  | { readonly do: 'edited'; readonly id: string | null }
  | { readonly do: 'show'; readonly pane: ShellState['pane'] }
  | { readonly do: 'escape' }

export const ALL: Place = { at: 'items', filter: { of: 'all' } }

export const firstState = (selected: string | null): ShellState => ({
  place: ALL,
  text: '',
  sort: 'title',
  descending: false,
  selected,
  editing: null,
  pane: 'list'
})

export function shellStep(state: ShellState, step: ShellStep): ShellState {
  switch (step.do) {
    case 'go':
      return {
        ...state,
        place: step.place,
        text: '',
        editing: null,
        pane: step.place.at === 'page' ? 'detail' : 'list'
      }
    case 'search':
      return { ...state, text: step.text, place: state.place.at === 'page' ? ALL : state.place, pane: 'list' }
    case 'searchIn':
      return { ...state, place: { at: 'items', filter: step.filter }, pane: 'list' }
    case 'sort':
      return { ...state, sort: step.sort, descending: step.descending }
    case 'select':
      return {
        ...state,
        ...itemsPlace(state),
        selected: step.id,
        editing: null,
        pane: step.open ? 'detail' : state.pane
      }
    case 'edit':
      return {
        ...state,
        ...itemsPlace(state),
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

/** Esc lets go of one thing at a time: the search first, then the item. */
function escaped(state: ShellState): ShellState {
  if (state.text !== '') return { ...state, text: '' }
  if (state.place.at === 'page') return { ...state, place: ALL, pane: 'list' }
  return { ...state, selected: null, pane: 'list' }
}

const itemsPlace = ({ place }: ShellState): { place: Place } => ({ place: place.at === 'page' ? ALL : place })

const idOf = (target: EditTarget): string | null => (target.of === 'item' ? target.id : null)
