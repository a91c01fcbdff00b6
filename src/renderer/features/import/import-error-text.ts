import { ApiError } from '../../api.ts'
import { errorCode, errorText } from '../../error-text.ts'
import type { Texts } from '../../texts/en.ts'

/** What is wrong with a foreign file, as exactly as it is known. */
export function importErrorText(t: Texts, error: unknown): string {
  const { wrongFilePassword, damagedRow, refused } = t.imports.errors
  const code = errorCode(error)
  const detail = error instanceof ApiError ? error.detail : {}
  const row = /^row (\d+)$/.exec(String(detail['place'] ?? ''))?.[1]
  const reason = String(detail['reason'] ?? '')
  if (code === 'WRONG_PASSWORD') return wrongFilePassword
  if (code === 'IMPORT_DAMAGED' && row !== undefined) return damagedRow(row)
  if (code === 'IMPORT_REFUSED' && isReason(refused, reason)) return refused[reason]
  return errorText(t, error)
}

type Refused = Texts['imports']['errors']['refused']
const isReason = (refused: Refused, reason: string): reason is keyof Refused => Object.hasOwn(refused, reason)
