import { expect, test } from 'vitest'
import { createQuiet } from './quiet.ts'

const timed = async (run: () => Promise<void>): Promise<number> => {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}

test('where nobody asks for anything, work goes on at once', async () => {
  const { come } = createQuiet()
  expect(await timed(come)).toBeLessThan(110)
})

test('work waits until nobody has asked for anything for a moment, and asking again puts it off', async () => {
  const { asked, come } = createQuiet()
  asked()
  setTimeout(asked, 60)
  expect(await timed(come)).toBeGreaterThan(160)
})

test('someone who asks without a stop does not hold work up for ever', async () => {
  const { asked, come } = createQuiet()
  asked()
  const typing = setInterval(asked, 20)
  const took = await timed(come)
  clearInterval(typing)
  expect(took).toBeGreaterThan(900)
})
