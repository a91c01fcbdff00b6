import { ApiError } from './api.ts'
import { type ErrorCode, errors } from './texts/en/errors.ts'
import type { Texts } from './texts/en.ts'

/** The code of whatever was thrown; what is not a refusal of the contract's is a fault of ours. */
export function errorCode(error: unknown): ErrorCode {
  if (!(error instanceof ApiError)) return 'INTERNAL'
  return isErrorCode(error.code) ? error.code : 'INTERNAL'
}

/** One sentence in the user's language; never a stack trace, never a value that was typed. */
export function errorText(texts: Texts, error: unknown): string {
  return texts.errors[errorCode(error)](error instanceof ApiError ? error.detail : {})
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errors, code)
