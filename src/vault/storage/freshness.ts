import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import * as v from 'valibot'
import { equalBytes } from '../../core/bytes.ts'
import { type Clock, greatestStamp, isBehind, toClock } from '../../core/vault/clock.ts'
import { stampDevice, stampTime } from '../../core/vault/stamp.ts'
import { readSmallFile, replaceWithBytes } from './atomic-write.ts'
import { jsonBytes, parseJsonFile } from './json-file.ts'
import type { VaultFs } from './vault-fs.ts'

/** What a device has seen of a vault. `vaultId` is 16 bytes. */
export type VaultState = { readonly vaultId: Uint8Array; readonly keyEpoch: number; readonly clock: Clock }

/**
 * `unknown`: no mark that this vault vouches for. `missingSince`, in milliseconds since 1970: from then on, saves that
 * this device has seen are not in the file.
 */
export type Freshness = 'fresh' | 'unknown' | { readonly rolledBack: true; readonly missingSince: number }

const MAX_MARK = 2 ** 20
const hex = (length: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${length}}$`)))
const markFile = v.strictObject({
  format: v.literal(1),
  vaultId: hex(32),
  keyEpoch: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  clock: v.array(hex(24)),
  mac: hex(64)
})

/**
 * Keeps what was seen: after every acknowledged save and every accepted open, never before. The file is swapped whole;
 * a mark that a power cut takes back only makes the device remember a little less. `markKey` is 32 bytes of the vault's,
 * so nobody without the vault can write a mark that would have it distrusted. A save need not wait: see createMemory.
 */
export async function writeMark(fs: VaultFs, appFolder: string, state: VaultState, markKey: Uint8Array): Promise<void> {
  const folder = join(appFolder, 'marks')
  await fs.mkdir(folder)
  const body = bodyOf(state)
  const bytes = jsonBytes({ ...body, mac: toHex(macOf(body, markKey)) })
  await replaceWithBytes(fs, { path: markPath(appFolder, state.vaultId), replace: true }, bytes)
}

/** Compares the file that is being opened with what this device has seen of the vault. */
export async function checkFreshness(
  fs: VaultFs,
  appFolder: string,
  file: VaultState,
  markKey: Uint8Array
): Promise<Freshness> {
  const mark = await readMark(fs, appFolder, file.vaultId)
  if (mark === null || !equalBytes(macOf(mark.body, markKey), mark.mac)) return 'unknown'
  const clock = clockOf(mark.body)
  const isOlder = file.keyEpoch < mark.body.keyEpoch || isBehind(file.clock, clock)
  return isOlder ? { rolledBack: true, missingSince: missingSince(file.clock, clock) } : 'fresh'
}

/** The clock of what this device has seen; null without a mark that the vault vouches for. */
export async function markedClock(
  fs: VaultFs,
  appFolder: string,
  vaultId: Uint8Array,
  markKey: Uint8Array
): Promise<Clock | null> {
  const mark = await readMark(fs, appFolder, vaultId)
  return mark !== null && equalBytes(macOf(mark.body, markKey), mark.mac) ? clockOf(mark.body) : null
}

/** The key epoch that was seen last, which needs no key to read and proves nothing; null without a mark. */
export async function markedEpoch(fs: VaultFs, appFolder: string, vaultId: Uint8Array): Promise<number | null> {
  return (await readMark(fs, appFolder, vaultId))?.body.keyEpoch ?? null
}

type MarkBody = ReturnType<typeof bodyOf>

const clockOf = ({ clock }: Pick<MarkBody, 'clock'>): Clock =>
  toClock(clock.map((stamp) => [stampDevice(stamp), stamp]))

async function readMark(fs: VaultFs, appFolder: string, vaultId: Uint8Array) {
  const bytes = await readSmallFile(fs, markPath(appFolder, vaultId), MAX_MARK)
  const found = bytes === null ? null : parseJsonFile(markFile, bytes)
  if (found === null || found.vaultId !== toHex(vaultId)) return null
  const { mac, ...body } = found
  return { body, mac: fromHex(mac) }
}

function bodyOf({ vaultId, keyEpoch, clock }: VaultState) {
  return { format: 1 as const, vaultId: toHex(vaultId), keyEpoch, clock: Object.values(clock).sort() }
}

function macOf(body: MarkBody, markKey: Uint8Array): Uint8Array {
  const { format, vaultId, keyEpoch, clock } = body
  const text = `coffer/1/mark ${JSON.stringify({ format, vaultId, keyEpoch, clock })}`
  return createHmac('sha256', markKey).update(text).digest()
}

/**
 * The file's own last save, unless a device fell behind before that: then the first save of a device that is known to be
 * missing.
 */
function missingSince(file: Clock, mark: Clock): number {
  const last = greatestStamp(file)
  const lost = Object.entries(mark).filter(([device, stamp]) => (file[device] ?? '') < stamp)
  const times = [...lost.map(([, stamp]) => stampTime(stamp)), ...(last === null ? [] : [stampTime(last)])]
  return times.length === 0 ? 0 : Math.min(...times)
}

const markPath = (appFolder: string, vaultId: Uint8Array): string => join(appFolder, 'marks', `${toHex(vaultId)}.json`)
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const fromHex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))
