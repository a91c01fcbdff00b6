import type { Answer, Question } from './strength-message.ts'
import type { StrengthThread } from './strength-thread.ts'

/** Null when a newer question came first, or when nobody could judge it in time. */
export type Judge = { ask(question: Question): Promise<Answer>; end(): void }

export type JudgeOptions = {
  /** Null where there is no worker. */
  readonly start: () => StrengthThread | null
  /** So long after the last answer its thread ends, with the dictionaries and what was typed. */
  readonly idleMs: number
}

type Waiting = { readonly question: Question; readonly answer: (answer: Answer) => void }

/**
 * Asks a thread that is started with the first question. One question is under way at a time; of those that come
 * meanwhile the newest waits, and everything older is answered at once with null: nobody wants to know it any more.
 */
export function createJudge({ start, idleMs }: JudgeOptions): Judge {
  let thread: StrengthThread | null = null
  let current: Waiting | null = null
  let next: Waiting | null = null
  let idle: ReturnType<typeof setTimeout> | undefined

  async function work(): Promise<void> {
    clearTimeout(idle)
    for (current = next; current !== null; current = next) {
      next = null
      if (thread === null || thread.isOver()) thread = start()
      current.answer(thread === null ? null : await thread.ask(current.question))
    }
    idle = setTimeout(end, idleMs).unref()
  }

  function end(): void {
    clearTimeout(idle)
    next?.answer(null)
    next = null
    thread?.end()
    thread = null
  }

  return {
    end,
    ask: (question) =>
      new Promise((answer) => {
        current?.answer(null)
        next?.answer(null)
        next = { question, answer }
        if (current === null) void work()
      })
  }
}
