import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { playwrightCounts, vitestCounts } from './test-counts.mjs'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coffer-counts-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function report(json: unknown): string {
  const path = join(folder, 'report.json')
  writeFileSync(path, JSON.stringify(json))
  return path
}

test('a run counts what its report says', () => {
  const unit = report({ numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 0 })
  expect(vitestCounts(1, unit)).toEqual({ passed: 5, failed: 2, skipped: 1 })
  const windows = report({ stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 3 } })
  expect(playwrightCounts(1, windows)).toEqual({ passed: 7, failed: 2, skipped: 3 })
})

test('a run that fails without a failed test counts as one failure', () => {
  expect(vitestCounts(1, report({ numPassedTests: 5, numFailedTests: 0 }))).toMatchObject({ passed: 5, failed: 1 })
  expect(playwrightCounts(1, report({ stats: { expected: 7, unexpected: 0 } }))).toMatchObject({ passed: 7, failed: 1 })
})

test('a run that wrote no report, a broken one, or ran nothing is a failure', () => {
  expect(vitestCounts(0, join(folder, 'none.json'))).toMatchObject({ passed: 0, failed: 1 })
  writeFileSync(join(folder, 'broken.json'), '{')
  expect(vitestCounts(0, join(folder, 'broken.json'))).toMatchObject({ failed: 1 })
  expect(playwrightCounts(0, report({ stats: { expected: 0 } }))).toMatchObject({ passed: 0, failed: 1 })
})
