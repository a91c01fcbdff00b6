import { expect, test } from 'vitest'
import { createLog } from './log.ts'

test('codes and counts are written; what could be a value of the user’s is not', () => {
  const lines: string[] = []
  const log = createLog((line) => void lines.push(line))
  log('router', { code: 'BAD_REQUEST', method: 'item.get', tries: 3 })
  for (const value of ['my password', '/home/me/x', 'a"b', 'Grüße', '', '1234', 'x'.repeat(65), 'two\nlines'])
    log('vault', { value })
  expect(lines[0]).toBe('router code=BAD_REQUEST method=item.get tries=3\n')
  expect(new Set(lines.slice(1))).toEqual(new Set(['vault value=[redacted]\n']))
})
