import { seenAtLeast } from '../../core/vault/breach.ts'
import { type Change, VAULT_ITEM } from '../../core/vault/change.ts'
import type { FoldedVault } from '../../core/vault/fold.ts'
import { isObject, type Json } from '../../core/vault/json.ts'
import type { Stamp } from '../../core/vault/stamp.ts'
import type { BreachSource, BreachStatus } from '../../shared/breach-views.ts'
import type { BuildChanges } from '../item/change-items.ts'

/**
 * What a check against known breaches leaves in the vault: which value of which field was found, and about how often.
 * A value is named by the stamp that set it, so a changed password drops its finding, and neither a hash nor a
 * fingerprint is kept that a later key would have to follow. docs/FORMAT.md, section 10.
 */
const BREACHED = 'breached:'
const LAST_CHECK = 'breach-check'

/** Where a checked value stands. */
export type ValueAt = { readonly item: string; readonly field: string; readonly set: Stamp }

/** Asks how often the value that was set then is known to have been seen; 0 where nothing is known. */
export function seenInBreaches(folded: FoldedVault): (item: string, field: string, set: Stamp) => number {
  const properties = folded.vaultProperties()
  return (item, field, set) => {
    const kept = readKept(properties.get(nameOf({ item, field }))?.value)
    return kept?.set === set ? kept.seen : 0
  }
}

const nameOf = ({ item, field }: Pick<ValueAt, 'item' | 'field'>): string => `${BREACHED}${item}:${field}`

function readKept(value: Json | undefined): { readonly seen: number; readonly set: Stamp } | null {
  if (!isObject(value)) return null
  const { seen, set } = value as { seen?: Json; set?: Json }
  return typeof seen === 'number' && typeof set === 'string' ? { seen: seenAtLeast(seen), set } : null
}

type Judged = { readonly secrets: readonly { readonly at: number }[] }

export function breachStatusOf(folded: FoldedVault, items: readonly Judged[]): BreachStatus {
  const secrets = items.flatMap((item) => item.secrets)
  const last = readLast(folded.vaultProperties().get(LAST_CHECK)?.value)
  if (last === null) return { passwords: secrets.length, unchecked: secrets.length, last }
  const newer = secrets.filter(({ at }) => at > last.at).length
  const unchecked = Math.min(secrets.length, newer + last.left)
  return { passwords: secrets.length, unchecked, last: { at: last.at, of: last.of } }
}

function readLast(value: Json | undefined): { at: number; of: BreachSource; left: number } | null {
  if (!isObject(value)) return null
  const { at, of, left } = value as { at?: Json; of?: Json; left?: Json }
  if (typeof at !== 'number' || typeof left !== 'number' || (of !== 'file' && of !== 'online')) return null
  return { at, of, left: Math.max(0, left) }
}

export type Checked = {
  readonly of: BreachSource
  /** What was looked for, and how often it was seen. */
  readonly values: ReadonlyMap<ValueAt, number>
  readonly left: number
}

/** A change has at most 10,000 properties; far fewer keep its line short. */
const PER_CHANGE = 1000

/** What was found takes the place of what was; of values that were not reached, everything stays as it is. */
export function keepChecked({ of, values, left }: Checked): BuildChanges {
  return ({ folded }, at, now) => {
    const known = folded.vaultProperties()
    const set: [string, Json][] = [[LAST_CHECK, { at: now, of, left }]]
    for (const [value, seen] of values) {
      const kept = seen === 0 ? null : { seen: seenAtLeast(seen), set: value.set }
      const name = nameOf(value)
      if (JSON.stringify(known.get(name)?.value ?? null) !== JSON.stringify(kept)) set.push([name, kept])
    }
    for (const [name, { value }] of known) if (value !== null && isOfNothing(folded, name)) set.push([name, null])
    const changes: Change[] = []
    for (let from = 0; from < set.length; from += PER_CHANGE)
      changes.push({ item: VAULT_ITEM, at, set: Object.fromEntries(set.slice(from, from + PER_CHANGE)) })
    return changes
  }
}

/** A finding about an item that is gone for good. */
const isOfNothing = (folded: FoldedVault, name: string): boolean =>
  name.startsWith(BREACHED) && !folded.has(name.slice(BREACHED.length).split(':')[0] ?? '')
