import type { CofferApi, DropUse, Input, Method, Output } from '../shared/api.ts'
import type { EventName, EventPayload } from '../shared/events.ts'
import type { ErrorDetail, Result } from '../shared/result.ts'
import type { ChosenFile } from '../shared/vault-views.ts'

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

/** One method of the contract. Throws ApiError. */
export async function call<Name extends Method>(method: Name, input: Input<Name>): Promise<Output<Name>> {
  return valueOf(await window.coffer.call(method, input))
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
