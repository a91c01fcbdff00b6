import { VaultError } from '../core/errors.ts'
import type { Keychain } from './platform/keychain.ts'

/** `id` has 32 hex digits; `text` is the key as it is printed. */
export type GivenDeviceKey = { readonly id: string; readonly text: string }

const SERVICE = 'Coffer device key'

export type DeviceKeyStore = {
  /** The key of this id; null where the keychain certainly has none. KEYCHAIN_UNAVAILABLE, KEYCHAIN_LOCKED. */
  find(id: string): Promise<GivenDeviceKey | null>
  /** KEYCHAIN_UNAVAILABLE, KEYCHAIN_LOCKED: it is not kept. */
  keep(key: GivenDeviceKey): Promise<void>
  remove(id: string): Promise<void>
}

/** The device keys of this computer, one keychain entry for each, under an id that says nothing of the vault. */
export function createDeviceKeyStore(keychain: Keychain): DeviceKeyStore {
  return {
    async find(id) {
      const answer = await keychain.lookUp(SERVICE, id)
      if ('error' in answer) throw new VaultError(answer.error)
      return 'found' in answer ? { id, text: answer.found } : null
    },
    keep: ({ id, text }) => keychain.keep(SERVICE, id, text),
    remove: (id) => keychain.remove(SERVICE, id)
  }
}
