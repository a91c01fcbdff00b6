import { deviceKeyText, newDeviceKey } from '../../core/crypto/device-key.ts'
import { VaultError } from '../../core/errors.ts'
import { deviceKeyFor } from '../keys/device-keys.ts'
import { checkPassword, passwordSlot } from '../keys/unlock-head.ts'
import { rekey } from './change-keys.ts'
import type { SessionContext } from './session-context.ts'

/** `id` is 32 hex digits; `text` is the key as it is printed and as the keychain keeps it. */
export type MadeDeviceKey = { readonly id: string; readonly text: string }

export type DeviceKeyChange = {
  readonly masterPassword: string
  /** Typed again: with a device key, the phrase is the way in when this computer is lost. */
  readonly phrase: string
  /** That of a key that was made before and is safely in the keychain; null goes back to the password alone. */
  readonly id: string | null
}

export type HoldDeviceKey = {
  /** The id of the key that opens this vault; null without one. */
  deviceKeyId(): string | null
  /** A key that opens nothing yet: it goes to the keychain before the vault is told of it. */
  makeDeviceKey(): MadeDeviceKey
  /** WRONG_PASSWORD, WRONG_RECOVERY_PHRASE, DEVICE_KEY_NEEDED, …: nothing changed. */
  useDeviceKey(change: DeviceKeyChange): Promise<void>
  /** What is printed to open the vault on another device. WRONG_PASSWORD; BAD_REQUEST without a device key. */
  printDeviceKey(masterPassword: string): Promise<string>
}

export function holdDeviceKey(context: SessionContext): HoldDeviceKey {
  const { environment, opened, journal } = context
  const currentId = () => passwordSlot(opened().head.header).deviceKeyId
  return {
    deviceKeyId() {
      const id = currentId()
      return id === null ? null : toHex(id)
    },
    makeDeviceKey() {
      opened()
      const { id, key } = newDeviceKey()
      const text = deviceKeyText(key)
      environment.deviceKeys.give(id, key)
      return { id: toHex(id), text }
    },
    async useDeviceKey({ masterPassword, phrase, id }) {
      const deviceKeyId = id === null ? null : Uint8Array.from(Buffer.from(id, 'hex'))
      const credential = { masterPassword }
      await rekey(context, { credential, next: masterPassword, keepPhrase: phrase, deviceKeyId })
      journal.note({ act: id === null ? 'noDeviceKey' : 'deviceKey' })
    },
    async printDeviceKey(masterPassword) {
      await checkPassword(opened().head, masterPassword, environment)
      using key = await deviceKeyFor(environment.deviceKeys, currentId())
      if (key === null) throw new VaultError('BAD_REQUEST')
      journal.note({ act: 'printed' })
      return deviceKeyText(key)
    }
  }
}

const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
