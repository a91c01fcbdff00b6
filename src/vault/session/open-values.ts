import { VaultError } from '../../core/errors.ts'
import { oneTimeCode, parseOneTimeSecret } from '../../core/totp/one-time-code.ts'
import { isSealed, openValue } from '../../core/vault/concealed.ts'
import type { OneTimeCode } from '../../shared/item-views.ts'
import { fieldOf } from '../item/item-fields.ts'
import { readDetails } from '../item/read-details.ts'
import type { OpenedVault } from '../opened-vault.ts'
import type { SessionContext } from './session-context.ts'

export type OpenValues = {
  /** The one place where a concealed value becomes plaintext: one at a time. Noted in the journal as `act`. */
  reveal(id: string, field: string, act?: 'revealed' | 'copied' | 'read'): Promise<string>
  oneTimeCode(id: string, field: string): Promise<OneTimeCode>
}

export function openValues({ environment, opened, journal }: SessionContext): OpenValues {
  async function open(id: string, field: string): Promise<Opened> {
    await readDetails(opened(), [id])
    return revealField(opened(), id, field)
  }
  return {
    async reveal(id, field, act = 'revealed') {
      const { text, sealed } = await open(id, field)
      if (sealed && text !== '') journal.note({ act, item: id, fields: [field] })
      return text
    },
    // A code is made as long as its item is looked at, and is worth nothing half a minute later: it is not noted.
    oneTimeCode: async (id, field) => oneTimeCode(parseOneTimeSecret((await open(id, field)).text), environment.now())
  }
}

type Opened = { readonly text: string; readonly sealed: boolean }

/** The text of one field. FIELD_NOT_FOUND when the item has no such field; an empty one is ''. */
function revealField({ folded, scope }: OpenedVault, item: string, id: string): Opened {
  const winners = folded.properties(item)
  const { property, value } = fieldOf(winners, id)
  const stored = value?.value ?? null
  if (value !== undefined && isSealed(stored))
    return { text: openValue(scope, { item, at: value.at, name: property }, stored), sealed: true }
  if (stored === null && !winners.has(`field:${id}`)) throw new VaultError('FIELD_NOT_FOUND')
  return { text: typeof stored === 'string' ? stored : '', sealed: false }
}
