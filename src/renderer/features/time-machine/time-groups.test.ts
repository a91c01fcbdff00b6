import { expect, test } from 'vitest'
import type { BackupView } from '../../../shared/vault-views.ts'
import { timeGroups } from './time-groups.ts'

const now = new Date(2026, 10, 25, 14, 0).getTime()
const backup = (day: number, hour: number): BackupView => ({
  handle: '0'.repeat(32),
  at: new Date(2026, 10, day, hour).getTime(),
  bytes: 1,
  items: 1,
  verifiedAt: null
})

test('backups stand under today, this week, two weeks and earlier, the newest first', () => {
  const groups = timeGroups(
    [backup(1, 9), backup(25, 0), backup(24, 23), backup(25, 13), backup(14, 8), backup(19, 8)],
    now
  )
  expect(groups.map(({ since, backups }) => [since, backups.map(({ at }) => new Date(at).getDate())])).toEqual([
    ['today', [25, 25]],
    ['week', [24, 19]],
    ['twoWeeks', [14]],
    ['older', [1]]
  ])
  expect(timeGroups([], now)).toEqual([])
})
