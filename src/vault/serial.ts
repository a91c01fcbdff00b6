/** Runs one piece of work after the other, in the order of the calls; a failure does not stop those behind it. */
export type Serial = <Value>(work: () => Promise<Value>) => Promise<Value>

export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => {})
    return next
  }
}
