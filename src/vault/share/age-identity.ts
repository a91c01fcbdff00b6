import { VAULT_ITEM } from '../../core/vault/change.ts'
import { isSealed, openValue, sealValue } from '../../core/vault/concealed.ts'
import type { OpenedVault } from '../opened-vault.ts'
import type { VaultStore } from '../vault-store.ts'

/** The vault's own age identity, sealed like any concealed value. docs/FORMAT.md, section 10. */
const NAME = 'value:age-identity'

/** `AGE-SECRET-KEY-1…`, or null in a vault that has not been shared with yet. */
export function ageIdentity({ folded, scope }: OpenedVault): string | null {
  const known = folded.vaultProperties().get(NAME)
  if (known === undefined || !isSealed(known.value)) return null
  return openValue(scope, { item: VAULT_ITEM, at: known.at, name: NAME }, known.value)
}

/** The public half, `age1…`; the first time that somebody asks, the identity is made and saved. READ_ONLY. */
export async function ownRecipient(store: VaultStore): Promise<string> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption')
  const known = ageIdentity(store.opened())
  if (known !== null) return identityToRecipient(known)
  const made = await generateX25519Identity()
  await store.save((opened, at) => {
    // Another device's may have been merged in since; it stays.
    if (ageIdentity(opened) !== null) return []
    const value = sealValue(opened.scope, { item: VAULT_ITEM, at, name: NAME }, made)
    return [{ item: VAULT_ITEM, at, set: { [NAME]: value } }]
  })
  return identityToRecipient(ageIdentity(store.opened()) ?? made)
}
