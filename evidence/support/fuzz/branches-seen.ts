import { type Profiler, Session } from 'node:inspector'

export type BranchesSeen = {
  /** The stretches of the program that ran since this was asked last, and had never before. */
  readonly newOnes: () => ReadonlySet<string>
  /** All that ran since this was asked last. */
  readonly ran: () => ReadonlySet<string>
  readonly total: () => number
  readonly stop: () => void
}

/** What counts as the program: the engine, wherever it was built to, and not the libraries or this proof. */
const OURS = /\/(src\/(core|vault|shared)|out\/evidence|run-[\w-]+)\/[^?]*\.(ts|js)/

/** V8's own counters of blocks, which tell whether an input went where none has gone. */
export function watchBranches(): BranchesSeen {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  const seen = new Set<string>()

  function take(): readonly Profiler.ScriptCoverage[] {
    let result: readonly Profiler.ScriptCoverage[] = []
    // Within one thread the answer is there when the call returns.
    session.post('Profiler.takePreciseCoverage', (_error, answer) => {
      if (answer !== undefined) result = answer.result
    })
    return result
  }

  function ran(): ReadonlySet<string> {
    const stretches = new Set<string>()
    for (const { url, functions } of take()) {
      if (!OURS.test(url)) continue
      for (const { ranges } of functions)
        for (const { startOffset, endOffset, count } of ranges)
          if (count > 0) stretches.add(`${url} ${startOffset} ${endOffset}`)
    }
    return stretches
  }

  return {
    ran,
    newOnes() {
      const news = new Set([...ran()].filter((stretch) => !seen.has(stretch)))
      for (const stretch of news) seen.add(stretch)
      return news
    },
    total: () => seen.size,
    stop() {
      session.post('Profiler.stopPreciseCoverage')
      session.disconnect()
    }
  }
}
