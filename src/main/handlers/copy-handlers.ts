import * as v from 'valibot'
import { VaultError } from '../../core/errors.ts'
import type { Handlers } from '../../shared/api.ts'
import { oneTimeCode } from '../../shared/item-views.ts'
import type { GuardedClipboard } from '../platform/guarded-clipboard.ts'
import type { VaultClient } from '../vault-client.ts'

type Served = 'item.copyField' | 'kept.copy' | 'item.copyOneTimeCode' | 'clipboard.copyGenerated' | 'clipboard.clear'

/** Values go from the vault process through main to the clipboard; the page sends ids and learns when it will be cleared. */
export function copyHandlers(client: VaultClient, clipboard: GuardedClipboard): Handlers<Served> {
  return {
    'item.copyField': async (field) => {
      const { value } = await client.ask('value.forCopy', field)
      return clipboard.copy(value)
    },
    'kept.copy': async (kept) => clipboard.copy((await client.ask('value.kept', kept)).value),
    'item.copyOneTimeCode': async (field) => {
      const answer = await client.call('item.oneTimeCode', field)
      if (!answer.ok) throw new VaultError(answer.code, answer.detail)
      return clipboard.copy(v.parse(oneTimeCode, answer.value).code)
    },
    'clipboard.copyGenerated': ({ text }) => clipboard.copy(text),
    'clipboard.clear': () => clipboard.clear('asked')
  }
}
