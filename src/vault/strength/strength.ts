import { createHmac, randomBytes } from 'node:crypto'
import { estimateBits } from '../../core/vault/strength.ts'
import type { Judged } from '../../shared/strength-views.ts'
import { findBuiltFile } from '../built-file.ts'
import { createJudge, type Judge } from './judge.ts'
import { startThread } from './strength-thread.ts'
import { wordsOf } from './words-beside.ts'

/** What typed passwords are worth. */
export type Strength = {
  /**
   * The lower of zxcvbn's and the quick estimate, with what stands beside the password in mind. Null when a newer question
   * came first or nobody could judge it: the quick estimate is all there is then.
   */
  judge(password: string, beside: readonly string[]): Promise<Judged | null>
  /** What was last said of the same value; undefined when nothing was. */
  toldOf(password: string): number | undefined
  close(): void
}

/** Of the one password that is typed at a time, and of some before it whose save is still to come. */
const REMEMBERED = 32
/** As far as the worker reads; what comes after it must not be sent. */
const LONGEST = 64

/** What was said is remembered by a keyed hash, so that nothing that was typed stays here. */
export function createStrength(judge: Judge): Strength {
  const told = new Map<string, number>()
  const key = randomBytes(32)
  const hash = (password: string): string => createHmac('sha256', key).update(password).digest('base64')

  function remember(password: string, bits: number): void {
    const name = hash(password)
    told.delete(name)
    told.set(name, bits)
    const [oldest] = told.keys()
    if (told.size > REMEMBERED && oldest !== undefined) told.delete(oldest)
  }

  return {
    async judge(password, beside) {
      const judged = await judge.ask({ password: password.slice(0, LONGEST), words: wordsOf(beside) })
      if (judged === null) return null
      const bits = Math.min(judged.bits, estimateBits(password))
      remember(password, bits)
      return { bits, reason: judged.reason }
    },
    toldOf: (password) => told.get(hash(password)),
    close: judge.end
  }
}

/** The worst takes a tenth of a second on a machine that has nothing else to do; few have nothing else to do. */
const LIMITS = { loadMs: 10_000, answerMs: 4000 } as const
const IDLE_MS = 60_000

/** With the worker beside the built file that this is part of; where none was built, nobody is asked. */
export function startStrength(workerFile?: string): Strength {
  const start = () => {
    const file = workerFile ?? findBuiltFile('strength-worker.js')
    return file === null ? null : startThread(file, LIMITS)
  }
  return createStrength(createJudge({ start, idleMs: IDLE_MS }))
}
