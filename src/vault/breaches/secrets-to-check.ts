import { createHash } from 'node:crypto'
import { isSealed, openValueBytes } from '../../core/vault/concealed.ts'
import { fieldOf } from '../item/item-fields.ts'
import { readDetails } from '../item/read-details.ts'
import type { JudgedItem } from '../judged-items.ts'
import type { OpenedVault } from '../opened-vault.ts'
import type { ValueAt } from './kept-breaches.ts'

/** A password, and everywhere it stands: it is opened and looked for once. */
export type SecretToCheck = readonly [ValueAt, ...ValueAt[]]

/** What health judges, by what is the same. */
export function secretsToCheck(items: readonly JudgedItem[]): readonly SecretToCheck[] {
  const secrets = new Map<string, [ValueAt, ...ValueAt[]]>()
  for (const { id, secrets: own } of items) {
    for (const { fingerprint, field, set } of own) {
      const value = { item: id, field, set }
      const known = secrets.get(fingerprint)
      if (known === undefined) secrets.set(fingerprint, [value])
      else known.push(value)
    }
  }
  return [...secrets.values()]
}

/** Details stand in the file by the hundred: read one by one, each hundred would be opened a hundred times. */
const READ_AHEAD = 250

/** The same secrets one after the other; what is sealed of their items is read ahead, their concealed values are not. */
export async function* withDetails(
  opened: () => OpenedVault,
  secrets: readonly SecretToCheck[]
): AsyncIterable<SecretToCheck> {
  for (let from = 0; from < secrets.length; from += READ_AHEAD) {
    const some = secrets.slice(from, from + READ_AHEAD)
    const { folded } = opened()
    await readDetails(
      opened(),
      some.map(([{ item }]) => item).filter((item) => folded.has(item))
    )
    yield* some
  }
}

/**
 * SHA-1 of a concealed value, which the caller wipes; SHA-1 because the published list is keyed by it. The value is
 * plaintext as bytes, for as long as it takes to hash them. Null when it is gone or was changed meanwhile.
 */
export async function hashOfSecret(
  opened: OpenedVault,
  [{ item, field, set }]: SecretToCheck
): Promise<Uint8Array | null> {
  const { folded, scope } = opened
  if (!folded.has(item)) return null
  await readDetails(opened, [item])
  const winners = folded.properties(item)
  const { property, value } = fieldOf(winners, field)
  if (value === undefined || !isSealed(value.value) || winners.get(`check:${field}`)?.at !== set) return null
  const text = openValueBytes(scope, { item, at: value.at, name: property }, value.value)
  try {
    return createHash('sha1').update(text).digest()
  } finally {
    text.fill(0)
  }
}
