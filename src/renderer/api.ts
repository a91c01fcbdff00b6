import type { CofferApi, DropUse, Input, Method, Output } from '../shared/api.ts'
import type { EventName, EventPayload } from '../shared/events.ts'
import type { ErrorDetail, Result } from '../shared/result.ts'
import type { ChosenFile } from '../shared/vault-views.ts'
import { type FromPage, holdsSecret, sealSecrets } from './secret.ts'

declare global {
  interface Window {
    readonly coffer: CofferApi
  }
}

/** A call that was refused. `code` is one of error-text.ts; `detail` holds offsets, counts and limits only. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: string
  readonly detail: ErrorDetail

  constructor(code: string, detail: ErrorDetail) {
    super(code)
    this.code = code
    this.detail = detail
  }
}

/** One method of the contract; what is a secret in its input leaves the page sealed. Throws ApiError. */
export async function call<Name extends Method>(method: Name, input: FromPage<Input<Name>>): Promise<Output<Name>> {
  const answer = await attempt(method, input)
  // The process that it was sealed for ended on the way. Nothing was done.
  return valueOf(!answer.ok && answer.code === 'KEY_CHANGED' ? await attempt(method, input) : answer)
}

async function attempt<Name extends Method>(
  method: Name,
  input: FromPage<Input<Name>>
): Promise<Result<Output<Name>, string>> {
  if (!holdsSecret(input)) return window.coffer.call(method, input as Input<Name>)
  const { key } = valueOf(await window.coffer.call('vault.prepare', undefined))
  return window.coffer.call(method, (await sealSecrets(input, key)) as Input<Name>)
}

/** Listens until the returned function is called. */
export function onEvent<Name extends EventName>(
  event: Name,
  listener: (payload: EventPayload<Name>) => void
): () => void {
  return window.coffer.on(event, listener)
}

/** A file that was dropped on the page; null when it is not what it is taken for. Throws ApiError. */
export async function takeDropped(file: File, as: DropUse = 'vault'): Promise<ChosenFile | null> {
  return valueOf(await window.coffer.takeDropped(file, as))
}

function valueOf<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new ApiError(result.code, result.detail)
  return result.value
}
