import { type Change, VAULT_ITEM } from '../core/vault/change.ts'
import { stampTime } from '../core/vault/stamp.ts'
import { TRASH_DAYS } from '../shared/list-views.ts'
import type { OpenedVault } from './opened-vault.ts'
import type { VaultStore } from './vault-store.ts'

const DAY = 24 * 60 * 60 * 1000

/** What has been in the trash for longer than its thirty days at this time. */
export function overdueTrash({ folded }: OpenedVault, now: number): readonly string[] {
  const overdue: string[] = []
  for (const id of folded.ids()) {
    const trashedAt = folded.list(id)?.trashedAt ?? null
    if (trashedAt !== null && now - trashedAt > TRASH_DAYS * DAY) overdue.push(id)
  }
  return overdue
}

/**
 * Purges it, in one save with a note in the journal of how many there were. A clock that is behind what the vault has
 * seen is not believed, and neither is a read-only vault changed. Gives the number of items purged.
 */
export async function emptyOldTrash(store: VaultStore): Promise<number> {
  if (store.readOnly()) return 0
  let purged = 0
  await store.save((opened, at, now) => {
    const { greatestStamp } = opened.folded
    if (greatestStamp !== null && stampTime(greatestStamp) > now) return []
    const items = overdueTrash(opened, now)
    purged = items.length
    return items.length === 0
      ? []
      : [...items.map((item): Change => ({ item, at, set: { purged: true } })), note(at, purged)]
  })
  return purged
}

const note = (at: string, items: number): Change => ({
  item: VAULT_ITEM,
  at,
  set: { [`journal:${at}`]: { kind: 'trash', items } }
})
