import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startThread } from './strength-thread.ts'

const LIMITS = { loadMs: 5000, answerMs: 5000 } as const
const QUESTION = { password: 'hunter2', words: [] } as const
const READY = "const { parentPort: p } = require('node:worker_threads'); p.postMessage('ready');"

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coffer-strength-'))
})
afterEach(async () => rm(folder, { recursive: true }))

async function worker(code: string, limits: { loadMs: number; answerMs: number } = LIMITS) {
  const file = join(folder, 'worker.cjs')
  await writeFile(file, code)
  return startThread(file, limits)
}

describe('the thread of the worker', () => {
  test('passes a question on and its answer back, one after the other', async () => {
    const thread = await worker(
      `${READY} p.on('message', (q) => p.postMessage({ bits: q.password.length, reason: 'short' }))`
    )
    expect(await thread.ask(QUESTION)).toEqual({ bits: 7, reason: 'short' })
    expect(await thread.ask({ ...QUESTION, password: 'pw' })).toEqual({ bits: 2, reason: 'short' })
    expect(thread.isOver()).toBe(false)
    thread.end()
    expect(await thread.ask(QUESTION)).toBeNull()
  })

  test.each([
    ['takes too long to answer', `${READY} p.on('message', () => { for (;;); })`, { loadMs: 5000, answerMs: 50 }],
    ['takes too long to load', 'for (;;);', { loadMs: 50, answerMs: 5000 }],
    ['fails while it loads', "throw new Error('no')", LIMITS],
    ['fails when it is asked', `${READY} p.on('message', () => process.exit())`, LIMITS],
    [
      'wants more memory than it may have',
      `${READY} p.on('message', () => { const a = []; for (;;) a.push({}) })`,
      { loadMs: 5000, answerMs: 20_000 }
    ]
  ])('is over, and answers with nothing, when it %s', async (_what, code, limits) => {
    const thread = await worker(code, limits)
    expect(await thread.ask(QUESTION)).toBeNull()
    expect(thread.isOver()).toBe(true)
  })

  test('is over at once where there is no such file', async () => {
    const thread = startThread(join(folder, 'nowhere.js'), LIMITS)
    expect(await thread.ask(QUESTION)).toBeNull()
    expect(thread.isOver()).toBe(true)
  })
})
