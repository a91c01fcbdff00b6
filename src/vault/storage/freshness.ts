import { join } from 'node:path'
import { type Clock, greatestStamp, isBehind, mergeClocks } from '../../core/vault/clock.ts'
import { stampTime } from '../../core/vault/stamp.ts'
import { readSmallFile, replaceWithBytes } from './atomic-write.ts'
import type { KeychainMark } from './keychain-mark.ts'
import { parseMark, toHex, trustedMark, type UntrustedMark, type VaultState, writtenMark } from './mark.ts'
import type { VaultFs } from './vault-fs.ts'

/**
 * `unknown`: no mark that this vault vouches for. `missingSince`, in milliseconds since 1970: from then on, saves that
 * this device has seen are not in the file.
 */
export type Freshness = 'fresh' | 'unknown' | { readonly rolledBack: true; readonly missingSince: number }

/** Where marks lie: a file of the app's, and the keychain beside it where one is in reach. */
export type MarkPlaces = { readonly fs: VaultFs; readonly appFolder: string; readonly keychainMark?: KeychainMark }

const MAX_MARK = 2 ** 20

/**
 * Keeps what was seen: after every acknowledged save and every accepted open, never before. The file is swapped whole;
 * a mark that a power cut takes back only makes the device remember a little less. A save need not wait: see createMemory.
 */
export async function writeMark(places: MarkPlaces, state: VaultState, markKey: Uint8Array): Promise<void> {
  const { fs, appFolder, keychainMark } = places
  const bytes = writtenMark(state, markKey)
  try {
    await fs.mkdir(join(appFolder, 'marks'))
    await replaceWithBytes(fs, { path: markPath(appFolder, state.vaultId), replace: true }, bytes)
  } finally {
    keychainMark?.keep(toHex(state.vaultId), bytes)
  }
}

/** Compares the file that is being opened with what this device has seen of the vault. */
export async function checkFreshness(places: MarkPlaces, file: VaultState, markKey: Uint8Array): Promise<Freshness> {
  const marks = (await trustedMarks(places, file.vaultId, markKey)).filter((mark) => mark !== null)
  const [first, second] = marks
  if (first === undefined) return 'unknown'
  const counted = second !== undefined && lags(second, first, file.clock) ? [first] : marks
  return judged(file, counted)
}

/** The clock of all that this device has seen; null without a mark that the vault vouches for. */
export async function markedClock(places: MarkPlaces, vaultId: Uint8Array, markKey: Uint8Array): Promise<Clock | null> {
  const marks = (await trustedMarks(places, vaultId, markKey)).filter((mark) => mark !== null)
  return marks.length === 0 ? null : marks.map(({ clock }) => clock).reduce(mergeClocks)
}

/** Whether the file has a mark that the vault vouches for: the keychain's may lag behind what this device has said. */
export async function isMarkedInFile(places: MarkPlaces, vaultId: Uint8Array, markKey: Uint8Array): Promise<boolean> {
  const [inFile] = await trustedMarks(places, vaultId, markKey)
  return inFile !== null
}

/** The key epoch that was seen last, which needs no key to read and proves nothing; null without a mark. */
export async function markedEpoch(places: MarkPlaces, vaultId: Uint8Array): Promise<number | null> {
  return (await readMarkFile(places, vaultId))?.body.keyEpoch ?? null
}

async function trustedMarks(places: MarkPlaces, vaultId: Uint8Array, markKey: Uint8Array) {
  const inFile = trustedMark(await readMarkFile(places, vaultId), vaultId, markKey)
  const kept = parseMark(places.keychainMark?.found() ?? null, vaultId)
  return [inFile, trustedMark(kept, vaultId, markKey)] as const
}

const readMarkFile = async ({ fs, appFolder }: MarkPlaces, vaultId: Uint8Array): Promise<UntrustedMark | null> =>
  parseMark(await readSmallFile(fs, markPath(appFolder, vaultId), MAX_MARK), vaultId)

/**
 * Whether the keychain's mark is from before the file's: it lacks something of that, and holds nothing but what the mark
 * file or the vault has, or gave up. Its key epoch may have been given up too, and then would be a false alarm.
 */
const lags = (kept: VaultState, inFile: VaultState, vault: Clock): boolean =>
  isBehind(kept.clock, inFile.clock) && !isBehind(mergeClocks(inFile.clock, vault), kept.clock)

function judged(file: VaultState, marks: readonly VaultState[]): Freshness {
  const ahead = marks.filter((mark) => file.keyEpoch < mark.keyEpoch || isBehind(file.clock, mark.clock))
  if (ahead.length === 0) return 'fresh'
  const seen = ahead.map(({ clock }) => clock).reduce(mergeClocks)
  return { rolledBack: true, missingSince: missingSince(file.clock, seen) }
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
