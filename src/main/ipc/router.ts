import * as v from 'valibot'
import { VaultError } from '../../core/errors.ts'
import type { BoundaryCode, Handlers, Method, ServedBy } from '../../shared/api.ts'
import { contract } from '../../shared/contract.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import { sealedIn } from '../../shared/sealed-secret.ts'
import type { Log } from '../log.ts'
import type { Sender } from './trusted-frame.ts'

type Answer = Result<unknown, string>
type CallVault = (method: ServedBy<'vault'>, input: unknown) => Promise<Answer>

export type RouterParts = {
  readonly handlers: Handlers<ServedBy<'main'>>
  readonly callVault: CallVault
  /** Keeps the process there that these keys are of; throws KEY_CHANGED where it is not. */
  readonly holding: <Value>(keys: readonly string[], run: () => Promise<Value>) => Promise<Value>
  readonly isTrusted: (sender: Sender) => boolean
  readonly log: Log
}

/**
 * The one door for the page's calls: sender, method, input, handler, output, in this order. Never throws; a failure is
 * a code, and what the page gets on success is exactly what the contract's output schema allows.
 */
export function createRouter(parts: RouterParts): (sender: Sender, method: unknown, input: unknown) => Promise<Answer> {
  return async (sender, method, input) => {
    if (!parts.isTrusted(sender)) return refuse(parts.log, 'REFUSED_SENDER', 'unknown')
    if (!isMethod(method)) return refuse(parts.log, 'BAD_REQUEST', 'unknown')
    const request = v.safeParse(contract[method].input, input)
    if (!request.success) return refuse(parts.log, 'BAD_REQUEST', method)
    const answer = await held(parts, method, request.output)
    return answer.ok ? checked(parts.log, method, answer.value) : answer
  }
}

function isMethod(method: unknown): method is Method {
  return typeof method === 'string' && Object.hasOwn(contract, method)
}

/** What was sealed for a process that is gone is refused before a dialog asks, or anything is begun. */
async function held(parts: RouterParts, method: Method, input: unknown): Promise<Answer> {
  const sealed = sealedIn(input)
  if (sealed.length === 0) return serve(parts, method, input)
  const keys = sealed.map(({ to }) => to)
  return parts.holding(keys, () => serve(parts, method, input)).catch(() => failure('KEY_CHANGED'))
}

async function serve({ handlers, callVault, log }: RouterParts, method: Method, input: unknown): Promise<Answer> {
  try {
    if (isServedByVault(method)) return await callVault(method, input)
    // The compiler cannot follow one method through two tables; the schema above has just proved the input.
    const handle = handlers[method] as (input: unknown, context: undefined) => unknown
    return success(await handle(input, undefined))
  } catch (error) {
    if (error instanceof VaultError) return failure(error.code, error.detail)
    return refuse(log, 'INTERNAL', method)
  }
}

function isServedByVault(method: Method): method is ServedBy<'vault'> {
  return contract[method].served === 'vault'
}

/** TypeScript lets an object with an extra `password` through; a strict schema does not. */
function checked(log: Log, method: Method, value: unknown): Answer {
  const answer = v.safeParse(contract[method].output, value)
  return answer.success ? success(answer.output) : refuse(log, 'BAD_ANSWER', method)
}

function refuse(log: Log, code: BoundaryCode, method: Method | 'unknown'): Answer {
  log('router', { code, method })
  return failure(code)
}
