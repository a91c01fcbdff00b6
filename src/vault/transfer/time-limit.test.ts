import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { readImport } from './read-import.ts'
import { timeLimit } from './time-limit.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const pause = async (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

test('what was read of a foreign file can be forgotten as soon as it was used', async () => {
  const line = 'x,https://x.example,mara,hunter2,a note\n'
  const bytes = new TextEncoder().encode(`name,url,username,password,note\n${line.repeat(50)}`)
  const read = async () => new WeakRef((await readImport({ name: 'x.csv', bytes })).vault)
  const gone = await read()
  for (let times = 0; times < 20 && gone.deref() !== undefined; times++) {
    await pause(10)
    collect()
  }
  expect(gone.deref()).toBeUndefined()
})

test('a limit tells the time from whoever stops the work, and ends by the first of both', async () => {
  const stop = new AbortController()
  const [late, stopped] = [timeLimit(1, stop.signal), timeLimit(10_000, stop.signal)]
  await pause(20)
  expect([late.signal.aborted, late.isLate(), stopped.signal.aborted]).toEqual([true, true, false])
  stop.abort()
  expect([stopped.signal.aborted, stopped.isLate(), late.isLate()]).toEqual([true, false, false])
  expect(timeLimit(10_000, stop.signal).signal.aborted).toBe(true)
})

test('a limit that was ended fires no more', async () => {
  const stop = new AbortController()
  const limit = timeLimit(1, stop.signal)
  limit.end()
  await pause(20)
  stop.abort()
  expect([limit.signal.aborted, limit.isLate()]).toEqual([false, false])
})
