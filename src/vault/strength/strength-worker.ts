import { parentPort } from 'node:worker_threads'
import { type Answer, type Question, READY } from './strength-message.ts'
import { createZxcvbn } from './zxcvbn.ts'

/** Entry of the worker thread: one answer for each question, in their order. */
const judge = createZxcvbn()

parentPort?.on('message', (question: Question) => parentPort?.postMessage(answer(question)))
parentPort?.postMessage(READY)

function answer(question: Question): Answer {
  try {
    const judged = judge(question)
    // Its dictionaries are plain objects: "constructor" is a word in all of them, and no number is its rank.
    return Number.isFinite(judged.bits) ? judged : null
  } catch {
    // A message of the library could hold what was typed.
    return null
  }
}
