/** How an answer crosses a process boundary: errors are values, and never hold a user's value. */
export type Success<Value> = { readonly ok: true; readonly value: Value }
export type Failure<Code extends string> = { readonly ok: false; readonly code: Code; readonly detail: ErrorDetail }
export type Result<Value, Code extends string> = Success<Value> | Failure<Code>

/** Offsets, counts, limits and file places; what a user typed is never in it. */
export type ErrorDetail = Readonly<Record<string, string | number>>

export const success = <Value>(value: Value): Success<Value> => ({ ok: true, value })

export const failure = <Code extends string>(code: Code, detail: ErrorDetail = {}): Failure<Code> => ({
  ok: false,
  code,
  detail
})
