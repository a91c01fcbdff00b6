import { expect, test } from 'vitest'
import { handOnVaultEvents } from './vault-events.ts'

function setUp() {
  const told: unknown[] = []
  const lines: string[] = []
  const kept: unknown[] = []
  const handOn = handOnVaultEvents(
    (event, payload) => void told.push([event, payload]),
    (place, facts) => void lines.push(`${place} ${JSON.stringify(facts)}`),
    (mark) => void kept.push(mark)
  )
  return { handOn, told, lines, kept }
}

test('news of the vault reaches the page', () => {
  const { handOn, told } = setUp()
  handOn('vault.changed', { items: 3, by: 'file' })
  handOn('job.progress', { job: 'export', done: 1, total: 2 })
  expect(told).toEqual([
    ['vault.changed', { items: 3, by: 'file' }],
    ['job.progress', { job: 'export', done: 1, total: 2 }]
  ])
})

test('the vault process cannot speak for main, make events up, or slip something in', () => {
  const { handOn, told, lines } = setUp()
  handOn('session.locked', { reason: 'asked' })
  handOn('menu.command', { command: 'lock' })
  handOn('hunter2', {})
  handOn('vault.changed', { items: 3, by: 'file', title: 'hunter2' })
  handOn('vault.changed', null)
  expect(told).toEqual([])
  expect(lines).toHaveLength(5)
  expect(lines.join()).not.toContain('hunter2')
})

test('a freshness mark goes to main alone, and only as one', () => {
  const { handOn, told, lines, kept } = setUp()
  const mark = { vaultId: '0f'.repeat(16), mark: '{}' }
  handOn('mark.written', mark)
  expect([told, lines, kept]).toEqual([[], [], [mark]])
  handOn('mark.written', { ...mark, vaultId: '../x' })
  handOn('mark.written', { ...mark, mark: 'x'.repeat(2561) })
  handOn('mark.written', null)
  expect([told, lines.length, kept.length]).toEqual([[], 3, 1])
})
