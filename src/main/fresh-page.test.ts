import { expect, test } from 'vitest'
import { freshPage } from './fresh-page.ts'

function setUp({ swaps = true, gone = false, fails = false } = {}) {
  const heard: string[] = []
  let processId = 4
  const contents = {
    isDestroyed: () => gone,
    getProcessId: () => processId,
    loadURL: async (url: string) => {
      heard.push(url)
      if (swaps) processId += 1
      if (fails) throw new Error('ERR_ABORTED')
    },
    forcefullyCrashRenderer: () => void heard.push('crash')
  }
  return { heard, renew: () => freshPage(contents, (place, { code }) => void heard.push(`${place} ${code}`)) }
}

test('the page begins anew by way of another site, and so in another process', async () => {
  const { heard, renew } = setUp()
  await renew()
  expect(heard).toEqual(['app://blank/', 'app://bundle/index.html'])
})

test('a process that stays the same is ended by force', async () => {
  const { heard, renew } = setUp({ swaps: false })
  await renew()
  expect(heard).toEqual(['app://blank/', 'crash', 'app://bundle/index.html'])
})

test('a load that fails is logged, and the old process ends all the same', async () => {
  const { heard, renew } = setUp({ swaps: false, fails: true })
  await renew()
  const failure = 'session page-not-renewed'
  expect(heard).toEqual(['app://blank/', failure, 'crash', 'app://bundle/index.html', failure])
})

test('a window that is gone is left alone', async () => {
  const { heard, renew } = setUp({ gone: true })
  await renew()
  expect(heard).toEqual([])
})
