import type { SecretBytes } from '../../core/crypto/secret-bytes.ts'
import { VaultError } from '../../core/errors.ts'

/**
 * The device keys that this process can reach, by the id in the slot. `find` gives a copy that the caller disposes, null
 * where the key is certainly not here, and throws KEYCHAIN_UNAVAILABLE or KEYCHAIN_LOCKED where nobody can tell.
 */
export type DeviceKeys = {
  readonly find: (id: Uint8Array) => Promise<SecretBytes | null>
  /** Takes the key over. */
  readonly give: (id: Uint8Array, key: SecretBytes) => void
}

/** Keys in memory, to the end of the process; `elsewhere` is asked for those that were not given. */
export function createDeviceKeyRing(elsewhere: DeviceKeys['find'] = async () => null): DeviceKeys {
  const given = new Map<string, SecretBytes>()
  return {
    async find(id) {
      const key = given.get(nameOf(id))
      return key === undefined ? elsewhere(id) : key.copy()
    },
    give(id, key) {
      given.get(nameOf(id))?.[Symbol.dispose]()
      given.set(nameOf(id), key)
    }
  }
}

/** The key that a slot asks for, for the caller to dispose; null where it asks for none. DEVICE_KEY_NEEDED { deviceKeyId }. */
export async function deviceKeyFor(keys: DeviceKeys, id: Uint8Array | null): Promise<SecretBytes | null> {
  if (id === null) return null
  const key = await keys.find(id)
  if (key === null) throw new VaultError('DEVICE_KEY_NEEDED', { deviceKeyId: nameOf(id) })
  return key
}

const nameOf = (id: Uint8Array): string => Buffer.from(id).toString('hex')
