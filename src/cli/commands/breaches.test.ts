import { expect, test } from 'vitest'
import { breachedOf, breachesText } from './breaches.ts'

const [A, B] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b']
const REPORT = {
  score: 40,
  findings: [
    { kind: 'breached' as const, item: A, field: 'password', seen: 10_000 },
    { kind: 'weak' as const, item: A, field: 'password', bits: 11 },
    { kind: 'breached' as const, item: B, field: 'passphrase', seen: 1 }
  ],
  shared: [],
  duplicates: [],
  ignored: [],
  items: [
    { id: A, title: 'Alder\nBank', username: '' },
    { id: B, title: '', username: '' }
  ],
  trend: [],
  breaches: { passwords: 5, unchecked: 0, last: null }
}

test('breached passwords are told by title and field, and about how often they were seen', () => {
  const found = breachedOf(REPORT)
  expect(breachesText({ checked: 5, found: 3, left: 0, trouble: null }, found).split('\n')).toEqual([
    '5 passwords looked for, 3 in known breaches (1 ignored).',
    'Alder Bank                            password    seen 10,000 times or more',
    `${B}  passphrase  seen fewer than 10 times`
  ])
})

test('a check that ended early says how much is left', () => {
  const trouble = { code: 'IO' }
  expect(breachesText({ checked: 2, found: 0, left: 3, trouble }, [])).toBe(
    '2 passwords looked for, 0 in known breaches.\n3 passwords were not reached.'
  )
})
