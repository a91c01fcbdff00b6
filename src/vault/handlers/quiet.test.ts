import { expect, test } from 'vitest'
import { createQuiet } from './quiet.ts'

const timed = async (run: () => Promise<void>): Promise<number> => {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}

test('where nobody asks for anything, work goes on at once', async () => {
  const { settled, idle } = createQuiet()
  expect(await timed(settled)).toBeLessThan(110)
  expect(await timed(idle)).toBeLessThan(110)
})

test('short steps wait until a screen was served, and asking again puts them off', async () => {
  const { asked, settled } = createQuiet()
  asked()
  setTimeout(asked, 25)
  expect(await timed(settled)).toBeGreaterThan(55)
})

test('longer steps wait until nobody types any more', async () => {
  const { asked, idle } = createQuiet()
  asked()
  expect(await timed(idle)).toBeGreaterThan(390)
})

test('someone who types without a stop does not hold work up for ever', async () => {
  const { asked, idle } = createQuiet()
  asked()
  const typing = setInterval(asked, 20)
  const took = await timed(idle)
  clearInterval(typing)
  expect(took).toBeGreaterThan(3900)
}, 30_000)
