import { describe, expect, test } from 'vitest'
import { firstState, type ShellStep, shellStep } from './shell-state.ts'

const after = (...steps: readonly ShellStep[]) => steps.reduce(shellStep, firstState())

describe('the main window', () => {
  test('Esc clears the search first and lets go of the item then', () => {
    const searching = after({ do: 'search', text: 'git' }, { do: 'select', id: 'b', open: true })
    const once = shellStep(searching, { do: 'escape' })
    expect([once.text, once.selected]).toEqual(['', 'b'])
    expect(shellStep(once, { do: 'escape' }).selected).toBeNull()
  })

  test('Esc lets go of many chosen items before anything else', () => {
    const many = after({ do: 'search', text: 'git' }, { do: 'mark', ids: ['a', 'b'], at: 'b' })
    expect(many).toMatchObject({ marked: ['a', 'b'], selected: 'b' })
    expect(shellStep(many, { do: 'escape' })).toMatchObject({ marked: [], text: 'git', selected: 'b' })
  })

  test('one item alone is selected, not one of many', () => {
    const many = after({ do: 'mark', ids: ['a', 'b'], at: 'b' })
    expect(shellStep(many, { do: 'mark', ids: ['a'], at: null })).toMatchObject({ marked: [], selected: 'a' })
    expect(shellStep(many, { do: 'select', id: 'c', open: false })).toMatchObject({ marked: [], selected: 'c' })
    expect(shellStep(many, { do: 'search', text: 'x' }).marked).toEqual([])
  })

  test('what stood behind a trashed item is selected next', () => {
    const first = after({ do: 'select', id: 'b', open: false })
    expect(shellStep(first, { do: 'gone', ids: ['b'], next: 'c' }).selected).toBe('c')
    expect(shellStep(first, { do: 'gone', ids: ['x'], next: 'c' }).selected).toBe('b')
    const many = after({ do: 'mark', ids: ['b', 'c'], at: 'b' })
    expect(shellStep(many, { do: 'gone', ids: ['b', 'c'], next: 'c' })).toMatchObject({ selected: null, marked: [] })
    const alone = { ...first, pane: 'detail' as const }
    expect(shellStep(alone, { do: 'gone', ids: ['b'], next: null })).toMatchObject({ selected: null, pane: 'list' })
  })

  test('typing on a page goes back to all items', () => {
    const state = after({ do: 'go', place: { at: 'page', page: 'settings' } }, { do: 'search', text: 'g' })
    expect(state).toMatchObject({ place: { at: 'items', filter: { of: 'all' } }, text: 'g', pane: 'list' })
  })

  test('a search can go on in another place with the same words', () => {
    const state = after({ do: 'search', text: 'foo' }, { do: 'searchIn', filter: { of: 'trash' } })
    expect([state.text, state.place]).toEqual(['foo', { at: 'items', filter: { of: 'trash' } }])
  })

  test('an item chosen in a window of one pane is shown, arrows stay in the list', () => {
    expect(after({ do: 'select', id: 'b', open: true }).pane).toBe('detail')
    expect(after({ do: 'select', id: 'b', open: false }).pane).toBe('list')
  })

  test('what was selected before the lock is selected again, unless something else is by then', () => {
    expect(after({ do: 'restore', id: 'a' })).toMatchObject({ selected: 'a', pane: 'list' })
    expect(after({ do: 'select', id: 'b', open: false }, { do: 'restore', id: 'a' }).selected).toBe('b')
    const writing = after(
      { do: 'edit', target: { of: 'new', type: 'login', title: '', kept: null } },
      { do: 'restore', id: 'a' }
    )
    expect(writing).toMatchObject({ editing: { of: 'new' }, selected: 'a' })
  })

  test('a created item is the selected one when its editor closes', () => {
    const state = after(
      { do: 'edit', target: { of: 'new', type: 'login', title: '', kept: null } },
      { do: 'edited', id: 'new' }
    )
    expect([state.editing, state.selected]).toEqual([null, 'new'])
  })
})
