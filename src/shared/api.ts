import type * as v from 'valibot'
import type { contract, internalContract } from './contract.ts'
import type { EventName, EventPayload } from './events.ts'
import type { Result } from './result.ts'
import type { Opened } from './sealed-secret.ts'
import type { ChosenFile } from './vault-views.ts'

/** Types derived from the contract; nothing here is written by hand twice. */
export type Contract = typeof contract
export type Method = keyof Contract
export type Input<Name extends Method> = v.InferOutput<Contract[Name]['input']>
export type Output<Name extends Method> = v.InferOutput<Contract[Name]['output']>

export type ServedBy<Place extends 'main' | 'vault'> = {
  [Name in Method]: Contract[Name]['served'] extends Place ? Name : never
}[Method]

/** A method that answers nothing may just end. */
type Answer<Value> = [Value] extends [undefined] ? void : Value

export type Handlers<Names extends Method, Context = undefined> = {
  readonly [Name in Names]: (
    input: Input<Name>,
    context: Context
  ) => Answer<Output<Name>> | Promise<Answer<Output<Name>>>
}

/** Of the vault process: what was sealed for it has been opened. */
export type VaultHandlers<Names extends Method> = {
  readonly [Name in Names]: (input: Opened<Input<Name>>) => Answer<Output<Name>> | Promise<Answer<Output<Name>>>
}

export type InternalContract = typeof internalContract
export type InternalMethod = keyof InternalContract
export type InternalInput<Name extends InternalMethod> = v.InferOutput<InternalContract[Name]['input']>
export type InternalOutput<Name extends InternalMethod> = v.InferOutput<InternalContract[Name]['output']>
export type InternalHandlers = {
  readonly [Name in InternalMethod]: (input: Opened<InternalInput<Name>>) => Promise<Answer<InternalOutput<Name>>>
}

/** Codes that only the boundary itself can raise. */
export type BoundaryCode = 'BAD_REQUEST' | 'BAD_ANSWER' | 'LOCKED' | 'REFUSED_SENDER' | 'INTERNAL'

/** What a dropped file is taken for. */
export type DropUse = 'vault' | 'attachment' | 'import'

/** What `window.coffer` is: one call and one subscription, both closed over the contract, and the file one drops. */
export type CofferApi = {
  readonly platform: string
  call<Name extends Method>(method: Name, input: Input<Name>): Promise<Result<Output<Name>, string>>
  on<Name extends EventName>(event: Name, listener: (payload: EventPayload<Name>) => void): () => void
  /**
   * `file` is the DOM's File of a drop; its path goes to main without passing through the page. Null: no vault file, or
   * no file of the disk at all.
   */
  takeDropped(file: object, as?: DropUse): Promise<Result<ChosenFile | null, string>>
}
