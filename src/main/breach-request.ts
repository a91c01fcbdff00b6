import { readRange } from '../core/vault/breach.ts'
import { VaultError } from '../core/errors.ts'
import type { RangeLine } from '../shared/breach-views.ts'
import { REQUESTS } from '../shared/requests.ts'

export type RangeRequest = {
  readonly method: 'GET'
  readonly headers: Readonly<Record<string, string>>
  readonly redirect: 'error'
  readonly credentials: 'omit'
  readonly cache: 'no-store'
  readonly signal: AbortSignal
}

/** How a request leaves the app; breach-network.ts has the one that does. */
export type SendRequest = (url: string, request: RangeRequest) => Promise<Response>

/** Milliseconds for one answer, all of it. */
const IN_TIME = 15_000
/** An answer has some 40 kB. */
const MOST_BYTES = 512 * 1024

/**
 * One range query: five hex digits go out, hashes come back. Redirects are refused, so nothing goes anywhere else.
 * NETWORK { why }: `reach`, `time`, `status` or `answer`; CANCELLED when the signal says so.
 */
export async function askRange(
  send: SendRequest,
  prefix: string,
  signal: AbortSignal,
  inTime: number = IN_TIME
): Promise<readonly RangeLine[]> {
  if (!/^[0-9A-F]{5}$/.test(prefix)) throw new VaultError('INTERNAL')
  const { method, url, headers } = REQUESTS.breachRange
  const late = AbortSignal.timeout(inTime)
  const over = new AbortController()
  const ends = AbortSignal.any([signal, late, over.signal])
  const request = { method, headers, redirect: 'error', credentials: 'omit', cache: 'no-store', signal: ends } as const
  try {
    // What sends may heed the signal for the head of an answer alone; the end of time is the end of it all.
    return await Promise.race([readAnswer(send(`${url}${prefix}`, request)), rejectionOf(ends)])
  } catch (error) {
    if (signal.aborted) throw new VaultError('CANCELLED')
    if (late.aborted) throw new VaultError('NETWORK', { why: 'time' })
    throw error instanceof VaultError ? error : new VaultError('NETWORK', { why: 'reach' })
  } finally {
    // Nothing more comes in of an answer that is no longer wanted.
    over.abort()
  }
}

async function readAnswer(answer: Promise<Response>): Promise<readonly RangeLine[]> {
  const response = await answer
  if (response.status !== 200) throw new VaultError('NETWORK', { why: 'status' })
  return readRange(await boundedText(response))
}

const rejectionOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new VaultError('NETWORK', { why: 'reach' })), { once: true })
  })

/** Whoever answers may go on for ever. */
async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  const body: AsyncIterable<Uint8Array> | null = response.body
  if (body === null) return ''
  for await (const chunk of body) {
    length += chunk.length
    // Leaving the loop closes the connection.
    if (length > MOST_BYTES) throw new VaultError('NETWORK', { why: 'answer' })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('latin1')
}
