import { expect, test } from 'vitest'
import { healthText } from './health.ts'

const [A, B] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b']

test('the health of a vault is told by titles, a finding a line, in one column each', () => {
  const text = healthText({
    score: 40,
    findings: [
      { kind: 'breached', item: A, field: 'password', seen: 10_000 },
      { kind: 'weak', item: A, field: 'password', bits: 11 },
      { kind: 'expiring', item: B, at: Date.UTC(2026, 11, 24, 12) }
    ],
    shared: [{ items: [A, B], bits: 11, gain: 9 }],
    duplicates: [[A, B]],
    ignored: [],
    items: [
      { id: A, title: 'Alder\nBank', username: '' },
      { id: B, title: 'Birch', username: '' }
    ],
    trend: [],
    breaches: { passwords: 2, unchecked: 0, last: null }
  })
  expect(text.split('\n')).toEqual([
    '40 of 100',
    'shared     Alder Bank, Birch  +9',
    'breached   Alder Bank         seen 10,000 times or more',
    'weak       Alder Bank         11 bits',
    'expiring   Birch              ends 2026-12-24 12:00',
    'duplicate  Alder Bank         2 items'
  ])
})

test('a perfect vault is a score and nothing else', () => {
  const breaches = { passwords: 0, unchecked: 0, last: null }
  const nothing = { findings: [], shared: [], duplicates: [], ignored: [], items: [], trend: [], breaches }
  expect(healthText({ score: 100, ...nothing })).toBe('100 of 100')
})
