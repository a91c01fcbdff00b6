import { createHash } from 'node:crypto'
import { KDF_LIMITS } from '../../src/core/crypto/kdf-params.ts'
import { VaultError } from '../../src/core/errors.ts'
import { HEAD_PREFIX_LENGTH, parseHead } from '../../src/core/format/header.ts'
import { createDeviceKeyRing } from '../../src/vault/keys/device-keys.ts'
import { unlockHead } from '../../src/vault/keys/unlock-head.ts'
import { SecretBytes } from '../../src/core/crypto/secret-bytes.ts'
import type { Row } from '../row.ts'
import { type Dice, dice } from '../support/dice.ts'
import { tally } from '../support/tally.ts'
import { madeKeys, PASSWORD } from '../support/vaults.ts'

const MOST_MS = 10
const MOST_BYTES = 5 * 2 ** 20

type Numbers = readonly [memoryKiB: string, passes: string, lanes: string]

export const kdfNumbers: Row = {
  id: 'E9',
  claim: 'KDF numbers beyond the bounds are refused before any memory is taken, whatever the file says.',
  target: '5,000 headers, refused in < 10 ms with < 5 MiB',
  letsPass: 'time on a busy machine: what counts is time of the processor',
  unit: 'headers',
  scales: { short: 500, full: 5000 },
  async run({ seed, scale, report, goesOn }) {
    const counted = tally(report)
    const random = dice(seed)
    const template = Buffer.from(madeKeys().head.bytes)
    const slowest = { ms: 0, bytes: 0 }
    while (counted.tried < scale && goesOn()) {
      const numbers = drawn(random)
      counted.count(await judged(withNumbers(template, numbers), numbers, slowest, counted.saw))
    }
    const most = (slowest.bytes / 2 ** 20).toFixed(2)
    return counted.outcome([`slowest refusal ${slowest.ms.toFixed(2)} ms, most memory for one ${most} MiB`])
  }
}

/** At each bound, one beyond it, far beyond it, and things that are no whole numbers at all. */
function drawn({ pick, number }: Dice): Numbers {
  const odd = [
    '0',
    '-1',
    '1.5',
    '1e3',
    '4294967296',
    '9007199254740991',
    '9007199254740993',
    '1e308',
    'null',
    '"3"',
    '[]'
  ]
  const near = ([least, most]: readonly [number, number]) =>
    pick([least - 1, least, least + 1, most - 1, most, most + 1, most * 2, number(most * 3)]).toString()
  const one = (limits: readonly [number, number]) => (number(4) === 0 ? pick(odd) : near(limits))
  return [one(KDF_LIMITS.memoryKiB), one(KDF_LIMITS.passes), one(KDF_LIMITS.lanes)]
}

/** The header with other numbers and a check that fits: a hostile file is well made. */
function withNumbers(template: Buffer, [memoryKiB, passes, lanes]: Numbers): Uint8Array {
  const text = template
    .subarray(HEAD_PREFIX_LENGTH, -64)
    .toString()
    .replace(/"memoryKiB":\d+,"passes":\d+,"lanes":\d+/, `"memoryKiB":${memoryKiB},"passes":${passes},"lanes":${lanes}`)
  const prefix = Buffer.from(template.subarray(0, HEAD_PREFIX_LENGTH))
  prefix.writeUInt32LE(Buffer.byteLength(text), 8)
  const checked = Buffer.concat([prefix, Buffer.from(text)])
  return Buffer.concat([checked, createHash('sha256').update(checked).digest(), template.subarray(-32)])
}

async function judged(
  bytes: Uint8Array,
  numbers: Numbers,
  slowest: { ms: number; bytes: number },
  saw: (end: string) => void
): Promise<string | null> {
  const before = process.memoryUsage()
  // Of the processor: a busy machine is not the file's doing.
  const begun = process.cpuUsage()
  const end = await endOf(bytes)
  const spent = process.cpuUsage(begun)
  const ms = (spent.user + spent.system) / 1000
  const after = process.memoryUsage()
  const used = after.arrayBuffers - before.arrayBuffers + Math.max(0, after.heapUsed - before.heapUsed)
  saw(end)
  const allowed = isAllowed(numbers)
  if (allowed) return end === 'derived' ? null : `${numbers.join(' ')}: within the bounds, yet ${end}`
  slowest.ms = Math.max(slowest.ms, ms)
  slowest.bytes = Math.max(slowest.bytes, used)
  if (end !== 'KDF_REFUSED' && end !== 'VAULT_DAMAGED') return `${numbers.join(' ')}: ${end}`
  return ms < MOST_MS && used < MOST_BYTES ? null : `${numbers.join(' ')}: ${ms.toFixed(1)} ms, ${used} bytes`
}

/** `derived` when Argon2id would have been asked. */
async function endOf(bytes: Uint8Array): Promise<string> {
  let asked = false
  try {
    const deriveKey = async () => {
      asked = true
      return SecretBytes.own(new Uint8Array(32))
    }
    const sources = { deriveKey, deviceKeys: createDeviceKeyRing() }
    const keys = await unlockHead(parseHead(bytes), { masterPassword: PASSWORD }, sources)
    keys[Symbol.dispose]()
    return 'opened'
  } catch (error) {
    if (!(error instanceof VaultError)) return String(error)
    return asked ? 'derived' : error.code
  }
}

/** The bounds of docs/FORMAT.md, section 3, said a second time so that a slip in the reader's table is seen. */
function isAllowed(texts: Numbers): boolean {
  if (!texts.every((text) => /^[1-9]\d*$/.test(text))) return false
  const [memoryKiB, passes, lanes] = texts.map(Number)
  if (memoryKiB === undefined || passes === undefined || lanes === undefined) return false
  const inBounds =
    memoryKiB >= 65_536 && memoryKiB <= 1_048_576 && passes >= 1 && passes <= 16 && lanes >= 1 && lanes <= 8
  return inBounds && (memoryKiB >= 262_144 || passes >= 3) && memoryKiB * passes <= 4_194_304
}
