import type { Handlers } from '../../shared/api.ts'
import type { DeviceKeyStore } from '../device-keys.ts'
import type { Keychain } from '../platform/keychain.ts'
import type { VaultClient } from '../vault-client.ts'

export type DeviceKeyParts = {
  readonly client: VaultClient
  readonly keychain: Keychain
  readonly deviceKeys: DeviceKeyStore
}

type Served = 'deviceKey.probe' | 'deviceKey.add' | 'deviceKey.remove'

/**
 * The new key is in the keychain before the vault names it, and the old one goes after: whatever ends the app between
 * two steps leaves a vault that opens as before, and at worst a key that opens nothing.
 */
export function deviceKeyHandlers({ client, keychain, deviceKeys }: DeviceKeyParts): Handlers<Served> {
  /** What is left over in the keychain opens nothing: failing to remove it is no failure. */
  const forget = async (id: string | null): Promise<void> => {
    if (id !== null) await deviceKeys.remove(id).catch(() => {})
  }
  return {
    'deviceKey.probe': () => keychain.probe(),
    'deviceKey.add': async (typed) => {
      await keychain.probe()
      const { id: before } = await client.ask('deviceKey.current', undefined)
      const made = await client.ask('deviceKey.make', undefined)
      await deviceKeys.keep(made)
      try {
        await client.ask('deviceKey.use', { ...typed, id: made.id })
      } catch (error) {
        await forget(made.id)
        throw error
      }
      await forget(before)
      return { printed: made.text }
    },
    'deviceKey.remove': async (typed) => {
      const { id: before } = await client.ask('deviceKey.current', undefined)
      await client.ask('deviceKey.use', { ...typed, id: null })
      await forget(before)
    }
  }
}
