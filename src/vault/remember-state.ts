import { type Change, VAULT_ITEM } from '../core/vault/change.ts'
import { advance, type Clock, emptyClock, mergeClocks } from '../core/vault/clock.ts'
import type { FoldedVault } from '../core/vault/fold.ts'
import { isArray } from '../core/vault/json.ts'
import { isStamp, type Stamp } from '../core/vault/stamp.ts'
import type { OpenedVault } from './opened-vault.ts'
import {
  checkFreshness,
  type Freshness,
  isMarkedInFile,
  markedClock,
  type MarkPlaces,
  writeMark
} from './storage/freshness.ts'
import { makeDurable } from './storage/make-durable.ts'
import { hasVaultSecrets, vaultSecret } from './vault-secrets.ts'

type Readable = Pick<OpenedVault, 'head' | 'folded' | 'scope'>

/** Whether the file is at least as new as what this device has seen; `unknown` for a vault that has no mark key yet. */
export async function freshnessOf(places: MarkPlaces, opened: Readable): Promise<Freshness> {
  if (!hasVaultSecrets(opened.folded)) return 'unknown'
  using markKey = vaultSecret(opened.folded, opened.scope, 'mark')
  const state = stateOf(opened)
  // What somebody gave up on purpose, here or on another device, is not missing.
  const clock = mergeClocks(state.clock, givenUp(opened.folded))
  return await checkFreshness(places, { ...state, clock }, markKey.bytes)
}

/** Since when, in milliseconds since 1970, saves that this device has seen are not in the file; null: none is missing. */
export async function missingFrom(places: MarkPlaces, opened: Readable): Promise<number | null> {
  const freshness = await freshnessOf(places, opened)
  return typeof freshness === 'object' ? freshness.missingSince : null
}

/** Whether this device remembers all that it has said in the vault. */
export async function isRemembered(places: MarkPlaces, { head, folded, scope }: Readable): Promise<boolean> {
  if (!hasVaultSecrets(folded)) return false
  using markKey = vaultSecret(folded, scope, 'mark')
  return await isMarkedInFile(places, head.header.vaultId, markKey.bytes)
}

/** All that was ever seen of the vault, in it and by this device: what going on from this file gives up. */
export async function abandonedClock(places: MarkPlaces, opened: Readable): Promise<Clock> {
  const { head, folded, scope } = opened
  if (!hasVaultSecrets(folded)) return folded.clock
  using markKey = vaultSecret(folded, scope, 'mark')
  const seen = await markedClock(places, head.header.vaultId, markKey.bytes)
  return seen === null ? folded.clock : mergeClocks(folded.clock, seen)
}

const RESTORED = 'restored:'

/** Says in the vault that it goes on from less than there was. docs/FORMAT.md, "Freshness". */
export function sayRestored(at: Stamp, abandoned: Clock): Change {
  return { item: VAULT_ITEM, at, set: { [`${RESTORED}${at}`]: Object.values(abandoned).sort() } }
}

function givenUp(folded: FoldedVault): Clock {
  const stamps = [...folded.vaultProperties()].flatMap(([name, { value }]) =>
    name.startsWith(RESTORED) && isArray(value) ? value.filter(isStamp) : []
  )
  return stamps.reduce(advance, emptyClock())
}

export type Memory = {
  /** Begins to write the mark. It may lag behind the disk, so no save waits for it. */
  readonly remember: (opened: Readable) => void
  /**
   * The same for a file that was found at `path`: the program that wrote it may have died before it synced. It is synced
   * first; a mark of what a power cut can still take would call the rest a file that was rolled back.
   */
  readonly rememberFound: (opened: Readable, path: string) => void
  /** When the newest state is marked, or could not be. */
  readonly settled: () => Promise<void>
}

/** Marks of what was acknowledged, one written after the other, the newest last; those between may be left out. */
export function createMemory(places: MarkPlaces): Memory {
  let next: Readable | null = null
  let found: string | null = null
  let writing: Promise<void> | null = null

  async function writeAll(): Promise<void> {
    while (next !== null) {
      const opened = next
      next = null
      // A mark that cannot be written makes the device remember less; the vault itself is saved.
      await writeDurably(opened).catch(() => {})
    }
    writing = null
  }

  async function writeDurably(opened: Readable): Promise<void> {
    if (found !== null) await makeDurable(places.fs, found)
    found = null
    // A save that came meanwhile is what will be marked.
    if (next === null) await write(places, opened)
  }

  function remember(opened: Readable): void {
    next = opened
    writing ??= writeAll()
  }

  return {
    remember,
    rememberFound(opened, path) {
      found = path
      remember(opened)
    },
    settled: async () => writing ?? undefined
  }
}

async function write(places: MarkPlaces, opened: Readable): Promise<void> {
  if (!hasVaultSecrets(opened.folded)) return
  using markKey = vaultSecret(opened.folded, opened.scope, 'mark')
  await writeMark(places, stateOf(opened), markKey.bytes)
}

function stateOf({ head, folded }: Readable) {
  return { vaultId: head.header.vaultId, keyEpoch: head.header.keyEpoch, clock: folded.clock }
}
