import { readDeviceKey } from '../core/crypto/device-key.ts'
import { createDeviceKeyStore } from '../main/device-keys.ts'
import { createKeychain } from '../main/platform/keychain.ts'
import { keychainByProcess } from '../main/platform/keychain-client.ts'
import { createDeviceKeyRing, type DeviceKeys } from '../vault/keys/device-keys.ts'
import { forkKeychain } from './fork-keychain.ts'

/** From the keychain of this computer, asked only for a vault that names a key. */
export function keychainKeys(): DeviceKeys {
  const store = createDeviceKeyStore(createKeychain(keychainByProcess(forkKeychain)))
  return createDeviceKeyRing(async (id) => {
    const found = await store.find(Buffer.from(id).toString('hex'))
    return found === null ? null : readDeviceKey(found.text)
  })
}

/** The printed key that was typed, for whatever vault is opened with it. */
export function typedKey(text: string): DeviceKeys {
  const key = readDeviceKey(text)
  return createDeviceKeyRing(async () => key.copy())
}
