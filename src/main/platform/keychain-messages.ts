import * as v from 'valibot'

/** What crosses between Coffer and the process that asks the keychain. */

const text = v.string()
const at = { id: v.number(), service: text, account: text }

export const keychainQuestion = v.variant('ask', [
  v.strictObject({ ask: v.literal('getPassword'), ...at }),
  v.strictObject({ ask: v.literal('setPassword'), ...at, password: text }),
  v.strictObject({ ask: v.literal('deletePassword'), ...at })
])
export type KeychainQuestion = v.InferOutput<typeof keychainQuestion>

export const keychainAnswer = v.variant('ok', [
  v.strictObject({ id: v.number(), ok: v.literal(true), value: v.union([text, v.boolean(), v.null()]) }),
  /** `why` is in the words of the system: only they tell a locked keychain from a missing one. */
  v.strictObject({ id: v.number(), ok: v.literal(false), why: text })
])
export type KeychainAnswer = v.InferOutput<typeof keychainAnswer>
