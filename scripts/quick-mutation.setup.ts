import { beforeEach } from 'vitest'

/** Sweeps take seconds for each of a thousand mutants, and processes run built code, which has no mutants in it. */
const LEFT_OUT = [
  /every flipped bit that/,
  /full of heads that look right/,
  /that nobody could look through/,
  /whatever the size of the vault/,
  /of many processes/,
  // A disk that refuses takes the same ways through the code as one that fails.
  /ends in (PERMISSION|READ_ONLY)/
]

beforeEach(({ task, skip }) => {
  if (LEFT_OUT.some((pattern) => pattern.test(task.name))) skip()
})
