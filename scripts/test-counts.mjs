import { readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * What vitest's JSON report counts. A run that failed without a failed test (a file that does not load, an error outside
 * any test) or wrote no report counts as one failure.
 *
 * @param {number} exitCode
 * @param {string} reportPath
 * @returns {Counts}
 */
export function vitestCounts(exitCode, reportPath) {
  const report = readReport(reportPath)
  return withFailure(exitCode, {
    passed: count(report['numPassedTests']),
    failed: count(report['numFailedTests']),
    skipped: count(report['numPendingTests']) + count(report['numTodoTests'])
  })
}

/**
 * The same of Playwright's. A flaky test is one that failed.
 *
 * @param {number} exitCode
 * @param {string} reportPath
 * @returns {Counts}
 */
export function playwrightCounts(exitCode, reportPath) {
  const stats = object(readReport(reportPath)['stats'])
  return withFailure(exitCode, {
    passed: count(stats['expected']),
    failed: count(stats['unexpected']) + count(stats['flaky']),
    skipped: count(stats['skipped'])
  })
}

/**
 * @param {number} exitCode
 * @param {Counts} counts
 * @returns {Counts}
 */
function withFailure(exitCode, counts) {
  const ranNothing = counts.passed + counts.failed === 0
  const failedElsewhere = exitCode !== 0 && counts.failed === 0
  return ranNothing || failedElsewhere ? { ...counts, failed: counts.failed + 1 } : counts
}

/** @param {string} path */
function readReport(path) {
  try {
    return object(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return {}
  }
}

/**
 * @param {unknown} value
 * @returns {Record<string, unknown>}
 */
const object = (value) =>
  typeof value === 'object' && value !== null ? /** @type {Record<string, unknown>} */ (value) : {}

/** @param {unknown} value */
const count = (value) => (typeof value === 'number' ? value : 0)
