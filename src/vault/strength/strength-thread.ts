import { Worker } from 'node:worker_threads'
import { type Answer, type Question, READY } from './strength-message.ts'

export type StrengthThread = {
  /** One at a time. Null when it fails or takes too long; the thread is over then. */
  ask(question: Question): Promise<Answer>
  isOver(): boolean
  end(): void
}

export type TimeLimits = { readonly loadMs: number; readonly answerMs: number }

/** More than the dictionaries take, and little enough for any machine. */
const MOST_MEMORY_MB = 256

export function startThread(file: string, { loadMs, answerMs }: TimeLimits): StrengthThread {
  // Nothing of the environment or the arguments is the worker's business.
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MEMORY_MB }
  const worker = new Worker(file, { env: {}, argv: [], execArgv: [], resourceLimits })
  worker.unref()
  const over = new AbortController()
  const end = (): void => {
    over.abort()
    void worker.terminate()
  }
  worker.once('error', end)
  worker.once('exit', end)
  const ready = next(worker, over.signal)
  return {
    isOver: () => over.signal.aborted,
    end,
    async ask(question) {
      if ((await withinTime(ready, loadMs, end)) !== READY) return null
      const answer = next(worker, over.signal)
      worker.postMessage(question)
      return (await withinTime(answer, answerMs, end)) as Answer
    }
  }
}

/** The next message, or null when the worker is over. */
async function next(worker: Worker, over: AbortSignal): Promise<unknown> {
  if (over.aborted) return null
  return new Promise((resolve) => {
    const settle = (message: unknown): void => {
      worker.off('message', settle)
      over.removeEventListener('abort', none)
      resolve(message)
    }
    const none = (): void => settle(null)
    worker.on('message', settle)
    over.addEventListener('abort', none)
  })
}

async function withinTime<Value>(value: Promise<Value>, ms: number, onLate: () => void): Promise<Value> {
  const timer = setTimeout(onLate, ms)
  try {
    return await value
  } finally {
    clearTimeout(timer)
  }
}
