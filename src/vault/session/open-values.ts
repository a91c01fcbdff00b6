import { VaultError } from '../../core/errors.ts'
import { oneTimeCode, parseOneTimeSecret } from '../../core/totp/one-time-code.ts'
import { isSealed, openValue } from '../../core/vault/concealed.ts'
import type { OneTimeCode } from '../../shared/item-views.ts'
import { fieldOf } from '../item/item-fields.ts'
import { readDetails } from '../item/read-details.ts'
import type { OpenedVault } from '../opened-vault.ts'
import type { SessionContext } from './session-context.ts'

export type OpenValues = {
  /** The one place where a concealed value becomes plaintext: one at a time. */
  reveal(id: string, field: string): Promise<string>
  oneTimeCode(id: string, field: string): Promise<OneTimeCode>
}

export function openValues({ environment, opened }: SessionContext): OpenValues {
  async function reveal(id: string, field: string): Promise<string> {
    await readDetails(opened(), [id])
    return revealField(opened(), id, field)
  }
  return {
    reveal,
    oneTimeCode: async (id, field) => oneTimeCode(parseOneTimeSecret(await reveal(id, field)), environment.now())
  }
}

/** The text of one field. FIELD_NOT_FOUND when the item has no such field; an empty one is ''. */
function revealField({ folded, scope }: OpenedVault, item: string, id: string): string {
  const winners = folded.properties(item)
  const { property, value } = fieldOf(winners, id)
  const stored = value?.value ?? null
  if (value !== undefined && isSealed(stored)) return openValue(scope, { item, at: value.at, name: property }, stored)
  if (stored === null && !winners.has(`field:${id}`)) throw new VaultError('FIELD_NOT_FOUND')
  return typeof stored === 'string' ? stored : ''
}
