import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { VaultError } from '../core/errors.ts'
import type { KdfNumbers } from '../core/crypto/kdf-params.ts'
import type { EventName, EventPayload } from '../shared/events.ts'
import { createEnvironment } from './environment.ts'
import { createKeychainMark } from './storage/keychain-mark.ts'
import { type Reply, serveContract } from './serve-contract.ts'

/**
 * The vault process: a utility process of main's that holds the keys and is killed to lock. Messages in are
 * `{ id, method, input }`, messages out an answer for each, and events.
 */

const request = v.strictObject({ id: v.number(), method: v.string(), input: v.unknown() })

/** What Electron gives a utility process; its types would drag all of Electron in. */
type ParentPort = {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void
  postMessage(message: unknown): void
}

function start(port: ParentPort): void {
  const send = <Name extends EventName>(event: Name, payload: EventPayload<Name>): void =>
    port.postMessage({ event, payload })
  const { values } = parseArgs({
    options: { 'app-folder': { type: 'string' }, kdf: { type: 'string' } },
    strict: false
  })
  const appFolder = values['app-folder']
  if (typeof appFolder !== 'string') throw new VaultError('BAD_REQUEST')
  const environment = createEnvironment({
    appFolder,
    kdf: kdfNumbers(values['kdf']),
    keychainMark: createKeychainMark((payload) => port.postMessage({ event: 'mark.written', payload })),
    onProgress: (job, done, total) => send('job.progress', { job, done, total })
  })
  const serve = serveContract(environment, send)
  // Loaded while a password is typed, not behind it.
  void import('./begin-session.ts')
  port.on('message', ({ data }) => {
    const parsed = v.safeParse(request, data)
    if (!parsed.success) return
    const { id, method, input } = parsed.output
    void serve(method, input).then((reply: Reply) => port.postMessage({ id, ...reply }))
  })
}

/** `memoryKiB,passes,lanes` for new slots, from main when it runs unpackaged for tests; the reader's bounds hold anyway. */
function kdfNumbers(text: unknown): KdfNumbers | null {
  if (typeof text !== 'string') return null
  const [memoryKiB = 0, passes = 0, lanes = 0] = text.split(',').map(Number)
  return { memoryKiB, passes, lanes }
}

const { parentPort } = process as unknown as { parentPort?: ParentPort }
if (parentPort !== undefined) start(parentPort)
