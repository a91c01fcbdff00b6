import * as v from 'valibot'
import { sealedPassword, sealedPhrase } from './sealed-secret.ts'

/** The keys that open a vault: a new phrase, a dearer Argon2id, the device key. Part of the one contract in contract.ts. */

const nothing = v.undefined()
const masterPassword = sealedPassword
const phrase = sealedPhrase
const printedKey = v.pipe(v.string(), v.maxLength(256))
const deviceKeyId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
const words = v.pipe(v.array(v.string()), v.length(24))
const newPhrase = v.strictObject({ recoveryPhrase: v.nullable(words) })
const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
const kdfNumbers = v.strictObject({ memoryKiB: whole, passes: whole, lanes: whole })
export const deviceKey = v.strictObject({ id: deviceKeyId, text: printedKey })

export const keysContract = {
  /** New keys under the same master password, which is asked again; the old phrase opens nothing written afterwards. */
  'keys.newPhrase': { served: 'vault', input: v.strictObject({ masterPassword }), output: newPhrase },
  'keys.measureKdf': {
    served: 'vault',
    input: nothing,
    output: v.strictObject({ milliseconds: v.number(), proposed: kdfNumbers, proposedMilliseconds: v.number() })
  },
  'keys.raiseKdf': { served: 'vault', input: v.strictObject({ masterPassword, kdf: kdfNumbers }), output: newPhrase },
  /** Asks where to, and writes the sheet that the page would print. */
  'recovery.savePdf': { served: 'main', input: nothing, output: v.strictObject({ saved: v.boolean() }) },

  /** Whether the keychain of this computer can hold a key: KEYCHAIN_UNAVAILABLE, KEYCHAIN_LOCKED. */
  'deviceKey.probe': { served: 'main', input: nothing, output: nothing },
  'deviceKey.add': {
    served: 'main',
    input: v.strictObject({ masterPassword, phrase }),
    output: v.strictObject({ printed: printedKey })
  },
  'deviceKey.remove': { served: 'main', input: v.strictObject({ masterPassword, phrase }), output: nothing },
  'deviceKey.print': {
    served: 'vault',
    input: v.strictObject({ masterPassword }),
    output: v.strictObject({ printed: printedKey })
  }
} as const

export const keysInternal = {
  'deviceKey.current': { input: nothing, output: v.strictObject({ id: v.nullable(deviceKeyId) }) },
  'deviceKey.make': { input: nothing, output: deviceKey },
  'deviceKey.use': {
    input: v.strictObject({ masterPassword, phrase, id: v.nullable(deviceKeyId) }),
    output: nothing
  }
} as const
