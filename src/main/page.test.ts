import type { BrowserWindow } from 'electron'
import { expect, test } from 'vitest'
import { createPage } from './page.ts'

function setUp() {
  const sent: unknown[] = []
  const state = { destroyed: false }
  const window = {
    isDestroyed: () => state.destroyed,
    webContents: { send: (channel: string, payload: unknown) => void sent.push([channel, payload]) }
  } as unknown as BrowserWindow
  const lines: string[] = []
  const page = createPage((place, facts) => void lines.push(`${place} ${JSON.stringify(facts)}`))
  return { page, window, sent, state, lines }
}

test('an event goes to the page on its own channel', () => {
  const { page, window, sent } = setUp()
  page.show(window)
  page.tell('session.locked', { reason: 'idle' })
  expect(sent).toEqual([['coffer:event:session.locked', { reason: 'idle' }]])
})

test('an event that carries more than its schema allows does not leave main', () => {
  const { page, window, sent, lines } = setUp()
  page.show(window)
  const tooMuch = { reason: 'idle' as const, password: 'hunter2' }
  page.tell('session.locked', tooMuch)
  expect(sent).toEqual([])
  expect(lines.join()).not.toContain('hunter2')
})

test('without a window, or after its end, nobody is told', () => {
  const { page, window, sent, state } = setUp()
  page.tell('session.locked', { reason: 'idle' })
  page.show(window)
  state.destroyed = true
  page.tell('session.locked', { reason: 'idle' })
  expect(page.window()).toBe(null)
  expect(sent).toEqual([])
})
