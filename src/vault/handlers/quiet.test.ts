import { expect, test } from 'vitest'
import { createQuiet } from './quiet.ts'

/** A clock that only waiting moves on, and what happens at some times of it. */
function clock(happens: (time: number) => void = () => {}) {
  let time = 1000
  const wait = async (milliseconds: number): Promise<void> => {
    for (const until = time + milliseconds; time < until; time++) happens(time - 1000)
  }
  const quiet = createQuiet(() => time, wait)
  const timed = async (run: () => Promise<void>): Promise<number> => {
    const begun = time
    await run()
    return time - begun
  }
  return { quiet, timed }
}

test('where nobody asks for anything, work goes on at once', async () => {
  const { quiet, timed } = clock()
  expect(await timed(quiet.settled)).toBe(0)
  expect(await timed(quiet.idle)).toBe(0)
})

test('short steps wait until a screen was served, and asking again puts them off', async () => {
  const { quiet, timed } = clock((time) => time === 25 && quiet.asked())
  quiet.asked()
  expect(await timed(quiet.settled)).toBe(65)
})

test('longer steps wait until nobody types any more', async () => {
  const { quiet, timed } = clock()
  quiet.asked()
  expect(await timed(quiet.idle)).toBe(400)
})

test('someone who types without a stop does not hold work up for ever', async () => {
  const { quiet, timed } = clock((time) => time % 20 === 0 && quiet.asked())
  quiet.asked()
  expect(await timed(quiet.idle)).toBe(4000)
})

test('without a clock of its own it waits by the real one', async () => {
  const { asked, settled } = createQuiet()
  asked()
  const begun = performance.now()
  await settled()
  // A timer may ring up to a millisecond early.
  expect(performance.now() - begun).toBeGreaterThan(38)
})
