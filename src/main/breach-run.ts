import { setTimeout } from 'node:timers/promises'
import { VaultError } from '../core/errors.ts'
import type { BreachResult, BreachTrouble, RangeLine } from '../shared/breach-views.ts'
import type { EventPayload } from '../shared/events.ts'
import type { VaultClient } from './vault-client.ts'

export type BreachRunParts = {
  readonly client: Pick<VaultClient, 'ask'>
  /** Whether the user has switched the requests on: asked before each. */
  readonly mayAsk: () => boolean
  /** Whether a vault is open: nothing is asked for one that was locked, nor told to the process of the next one. */
  readonly isOpen: () => boolean
  readonly askRange: (prefix: string, signal: AbortSignal) => Promise<readonly RangeLine[]>
  readonly tell: (progress: EventPayload<'job.progress'>) => void
  /** Milliseconds between two requests. */
  readonly pause?: number
}

export type BreachRun = {
  /**
   * Asks for each range once, one after the other. What ends it early is told in the result, and what was found by then
   * is kept. BAD_REQUEST while another one runs, and where requests are not switched on.
   */
  run(): Promise<BreachResult>
  stop(): void
}

/** Long enough not to press, short enough for a vault of five hundred passwords to take two minutes. */
const PAUSE = 150

/** The vault process keeps the hashes and names prefixes; this side knows nothing else of them. */
export function createBreachRun(parts: BreachRunParts): BreachRun {
  let running: AbortController | null = null
  return {
    async run() {
      if (!parts.isOpen()) throw new VaultError('LOCKED')
      if (running !== null || !parts.mayAsk()) throw new VaultError('BAD_REQUEST')
      running = new AbortController()
      try {
        return await runOnce(parts, running.signal)
      } finally {
        running = null
      }
    },
    stop: () => running?.abort()
  }
}

async function runOnce(parts: BreachRunParts, signal: AbortSignal): Promise<BreachResult> {
  const { prefixes } = await parts.client.ask('breach.begin', undefined)
  const trouble = await askAll(parts, prefixes, signal)
  return parts.client.ask('breach.end', { trouble })
}

async function askAll(
  { client, mayAsk, isOpen, askRange, tell, pause = PAUSE }: BreachRunParts,
  prefixes: readonly string[],
  signal: AbortSignal
): Promise<BreachTrouble | null> {
  try {
    for (const [done, prefix] of prefixes.entries()) {
      tell({ job: 'breaches', done, total: prefixes.length })
      if (done > 0) await setTimeout(pause)
      if (!isOpen()) throw new VaultError('LOCKED')
      if (signal.aborted || !mayAsk()) throw new VaultError('CANCELLED')
      const range = await askRange(prefix, signal)
      if (!isOpen()) throw new VaultError('LOCKED')
      await client.ask('breach.answer', { prefix, range: [...range] })
    }
    return null
  } catch (error) {
    // Locked meanwhile: there is nobody left to tell.
    if (!(error instanceof VaultError) || error.code === 'LOCKED') throw error
    const { why } = error.detail
    return { code: error.code, ...(typeof why === 'string' ? { why } : {}) }
  }
}
