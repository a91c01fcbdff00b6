import { randomBytes } from '../../core/random.ts'
import { createFoldedVault } from '../../core/vault/fold.ts'
import { nextStamp } from '../../core/vault/stamp.ts'
import { createVaultList } from '../list/vault-list.ts'
import type { OpenedVault } from '../opened-vault.ts'
import type { VaultStore } from '../vault-store.ts'

export type MemoryStore = VaultStore & { readonly saves: () => number }

/** A vault without a file: what is above the store is tested with real folding and real sealing, a disk is not needed. */
export function memoryStore(now: () => number = Date.now, deviceId = 'aaaaaaaa'): MemoryStore {
  const folded = createFoldedVault()
  const list = createVaultList(folded)
  const scope = { key: randomBytes(32), fingerprintKey: randomBytes(32), vaultId: randomBytes(16), keyEpoch: 1 }
  // Only what a test reaches is there; reaching further fails at once.
  const opened = { folded, list, scope, head: { header: { keyEpoch: 1 } } } as unknown as OpenedVault
  let saves = 0
  const store: Partial<MemoryStore> = {
    opened: () => opened,
    readOnly: () => false,
    async save(build) {
      const time = now()
      const changes = build(opened, nextStamp(folded.greatestStamp, time, deviceId), time)
      if (changes.length > 0) saves += 1
      for (const change of changes) folded.apply(change)
      list.update(changes.map(({ item }) => item).filter((item) => item !== 'vault'))
    },
    saves: () => saves
  }
  return store as MemoryStore
}
