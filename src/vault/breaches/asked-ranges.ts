import { randomInt } from 'node:crypto'
import { compareHashes, prefixOf, readBreachLine } from '../../core/vault/breach.ts'
import { VaultError } from '../../core/errors.ts'
import type { RangeLine } from '../../shared/breach-views.ts'
import type { OpenedVault } from '../opened-vault.ts'
import type { ValueAt } from './kept-breaches.ts'
import { createPace } from '../transfer/pace.ts'
import { hashOfSecret, type SecretToCheck, withDetails } from './secrets-to-check.ts'

/** Hashes of passwords while their ranges are asked for: they stay here, and only the prefixes are told. */
export type AskedRanges = {
  /** In an order that tells nothing of the order in the vault. */
  readonly prefixes: readonly string[]
  /** What has been answered so far. */
  readonly values: ReadonlyMap<ValueAt, number>
  /** How many values there are to look for. */
  readonly all: number
  /** NOT_FOUND for a prefix that is not asked for, or not any more. */
  answer(prefix: string, range: readonly RangeLine[]): void
  /** Wipes the hashes that are left. */
  forget(): void
}

type Hashed = { readonly secret: SecretToCheck; readonly hash: Uint8Array }

/** Opens one password after the other and keeps the hash alone. CANCELLED, VAULT_DAMAGED: no hash is left. */
export async function askedRanges(
  opened: () => OpenedVault,
  secrets: readonly SecretToCheck[],
  signal: AbortSignal
): Promise<AskedRanges> {
  const waiting = new Map<string, Hashed[]>()
  const values = new Map<ValueAt, number>()
  const forget = (): void => {
    for (const { hash } of [...waiting.values()].flat()) hash.fill(0)
    waiting.clear()
  }
  try {
    const pace = createPace({ signal, report: () => {} })
    for await (const secret of withDetails(opened, secrets)) {
      await pace(0, 0)
      const hash = await hashOfSecret(opened(), secret)
      if (hash !== null) addTo(waiting, prefixOf(hash), { secret, hash })
    }
  } catch (error) {
    forget()
    throw error
  }
  const all = [...waiting.values()].flat().reduce((sum, { secret }) => sum + secret.length, 0)
  return {
    prefixes: shuffled([...waiting.keys()]),
    values,
    all,
    answer(prefix, range) {
      const hashed = waiting.get(prefix)
      if (hashed === undefined) throw new VaultError('NOT_FOUND')
      waiting.delete(prefix)
      try {
        for (const { secret, hash } of hashed) {
          const seen = seenIn(range, prefix, hash)
          for (const value of secret) values.set(value, seen)
        }
      } finally {
        // Also of an answer that is none: what was asked for is not asked again.
        for (const { hash } of hashed) hash.fill(0)
      }
    },
    forget
  }
}

function addTo(waiting: Map<string, Hashed[]>, prefix: string, hashed: Hashed): void {
  const known = waiting.get(prefix)
  if (known === undefined) waiting.set(prefix, [hashed])
  else known.push(hashed)
}

/** Compared as bytes: as text the hash would stay in memory. */
function seenIn(range: readonly RangeLine[], prefix: string, hash: Uint8Array): number {
  const bytes = new TextEncoder().encode(range.map(({ suffix, count }) => `${suffix}:${count}\n`).join(''))
  for (let at = 0; at < bytes.length; ) {
    const line = readBreachLine(bytes, at, { prefix })
    if (line === null) throw new VaultError('NETWORK', { why: 'answer' })
    if (compareHashes(line.hash, hash) === 0) return line.count
    at = line.next
  }
  return 0
}

function shuffled(texts: string[]): readonly string[] {
  for (let last = texts.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    const text = texts[last] ?? ''
    texts[last] = texts[other] ?? ''
    texts[other] = text
  }
  return texts
}
