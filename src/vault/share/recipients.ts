import { createHash } from 'node:crypto'
import { keyWords } from '../../core/crypto/key-words.ts'
import { VaultError } from '../../core/errors.ts'
import { VAULT_ITEM } from '../../core/vault/change.ts'
import { isObject, type Json } from '../../core/vault/json.ts'
import type { Recipient } from '../../shared/share-views.ts'
import type { OpenedVault } from '../opened-vault.ts'
import type { VaultStore } from '../vault-store.ts'

const PREFIX = 'recipient:'

/** People whose keys the vault keeps, by name. docs/FORMAT.md, section 10. */
export function listRecipients({ folded }: OpenedVault): readonly Recipient[] {
  const found: Recipient[] = []
  for (const [property, { value }] of folded.vaultProperties()) {
    const kept = property.startsWith(PREFIX) ? readKept(value) : null
    if (kept !== null) found.push({ id: property.slice(PREFIX.length), ...kept, words: [...keyWords(kept.key)] })
  }
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Keeps a key under a name, or gives a key that is kept another name. BAD_RECIPIENT, BAD_REQUEST for no name, READ_ONLY. */
export async function keepRecipient(store: VaultStore, name: string, key: string): Promise<Recipient> {
  const kept = { name: name.trim(), key: key.trim() }
  if (kept.name === '') throw new VaultError('BAD_REQUEST')
  const { checkRecipients } = await import('../transfer/age/seal-age.ts')
  checkRecipients([kept.key])
  const id = idOf(kept.key)
  await store.save((_opened, at) => [{ item: VAULT_ITEM, at, set: { [`${PREFIX}${id}`]: kept } }])
  return { id, ...kept, words: [...keyWords(kept.key)] }
}

export async function dropRecipient(store: VaultStore, id: string): Promise<void> {
  const name = `${PREFIX}${id}`
  await store.save(({ folded }, at) =>
    (folded.vaultProperties().get(name)?.value ?? null) === null
      ? []
      : [{ item: VAULT_ITEM, at, set: { [name]: null } }]
  )
}

/** One key has one property, whoever keeps it on which device. */
const idOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 32)

function readKept(value: Json): { readonly name: string; readonly key: string } | null {
  if (!isObject(value)) return null
  const { name, key } = value as Readonly<Record<string, Json | undefined>>
  return typeof name === 'string' && typeof key === 'string' ? { name, key } : null
}
