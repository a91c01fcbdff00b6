import * as v from 'valibot'
import { VaultError, type VaultErrorCode } from '../core/errors.ts'
import type { EventName, EventPayload } from '../shared/events.ts'
import { contract, internalContract } from '../shared/contract.ts'
import { failure, type Result, success } from '../shared/result.ts'
import { openSealedIn, sealedIn } from '../shared/sealed-secret.ts'
import type { Environment } from './environment.ts'
import { contractHandlers } from './handlers/contract-handlers.ts'
import { internalHandlers } from './handlers/internal-handlers.ts'
import { createOpenSession } from './handlers/open-session.ts'
import { createSealingKey, type SealingKey } from './sealing-key.ts'

export type Reply = Result<unknown, VaultErrorCode | 'BAD_ANSWER'>
export type SendEvent = <Name extends EventName>(event: Name, payload: EventPayload<Name>) => void

type Served = {
  readonly input: v.GenericSchema<unknown, unknown>
  readonly output: v.GenericSchema<unknown, unknown>
  readonly handle: (input: unknown) => unknown
}

/** Parses, serves and parses again: main checks too, but what comes out of here has been checked where the secrets are. */
export function serveContract(
  environment: Environment,
  send: SendEvent
): (method: string, input: unknown) => Promise<Reply> {
  const session = createOpenSession(environment, send)
  const sealing = createSealingKey()
  const served = new Map<string, Served>()
  for (const [method, handle] of Object.entries(contractHandlers(session, environment))) {
    served.set(method, { ...contract[method as keyof typeof contract], handle: handle as Served['handle'] })
  }
  for (const [method, handle] of Object.entries(internalHandlers(environment, session, sealing))) {
    served.set(method, {
      ...internalContract[method as keyof typeof internalContract],
      handle: handle as Served['handle']
    })
  }
  return async (method, input) => {
    session.asked()
    const known = served.get(method)
    if (known === undefined) return failure('BAD_REQUEST')
    const request = v.safeParse(known.input, input)
    return request.success ? answer(known, () => opened(request.output, sealing)) : failure('BAD_REQUEST')
  }
}

/** The one place where what the page has sealed is opened: no handler sees anything but text. */
function opened(input: unknown, sealing: SealingKey): unknown {
  return sealedIn(input).length === 0 ? input : openSealedIn(input, sealing.open)
}

async function answer({ handle, output }: Served, input: () => unknown): Promise<Reply> {
  try {
    const parsed = v.safeParse(output, await handle(input()))
    return parsed.success ? success(parsed.output) : failure('BAD_ANSWER')
  } catch (error) {
    return error instanceof VaultError ? failure(error.code, error.detail) : failure('INTERNAL')
  }
}
