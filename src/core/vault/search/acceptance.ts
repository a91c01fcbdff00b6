/** What items are named by: texts, or numbers where a hundred thousand texts would be too many. */
export type Key = string | number

export type Accept<Id extends Key = Key> = (id: Id) => boolean

/**
 * What a filter said of each row, kept as long as the same filter is passed: asking it about a hundred thousand ids costs
 * several times the search itself. It is asked anew about rows that changed.
 */
export type Acceptance = {
  readonly by: (accept: Accept) => (row: number) => boolean
  readonly forget: (row: number) => void
}

const UNKNOWN = 0
const YES = 1
const NO = 2

export function createAcceptance(idOf: (row: number) => Key): Acceptance {
  let current: Accept | null = null
  let answers = new Uint8Array(1024)

  function answer(row: number, accept: Accept): number {
    if (row >= answers.length) answers = grown(answers, row)
    answers[row] = accept(idOf(row)) ? YES : NO
    return answers[row]
  }

  return {
    by(accept) {
      if (current !== accept) answers.fill(UNKNOWN)
      current = accept
      return (row) => (answers[row] || answer(row, accept)) === YES
    },
    forget(row) {
      if (row < answers.length) answers[row] = UNKNOWN
    }
  }
}

function grown(answers: Uint8Array, row: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(row + 1, answers.length * 2))
  larger.set(answers)
  return larger
}
