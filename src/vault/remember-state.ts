import type { Environment } from './environment.ts'
import type { OpenedVault } from './opened-vault.ts'
import { checkFreshness, type Freshness, writeMark } from './storage/freshness.ts'
import { hasVaultSecrets, vaultSecret } from './vault-secrets.ts'

type Readable = Pick<OpenedVault, 'head' | 'folded' | 'scope'>

/** Whether the file is at least as new as what this device has seen; `unknown` for a vault that has no mark key yet. */
export async function freshnessOf({ fs, appFolder }: Environment, opened: Readable): Promise<Freshness> {
  if (!hasVaultSecrets(opened.folded)) return 'unknown'
  using markKey = vaultSecret(opened.folded, opened.scope, 'mark')
  return await checkFreshness(fs, appFolder, stateOf(opened), markKey.bytes)
}

export type Memory = {
  /** Begins to write the mark. It may lag behind the disk, so no save waits for it. */
  readonly remember: (opened: Readable) => void
  /** When the newest state is marked, or could not be. */
  readonly settled: () => Promise<void>
}

/** Marks of what was acknowledged, one written after the other, the newest last; those between may be left out. */
export function createMemory(environment: Environment): Memory {
  let next: Readable | null = null
  let writing: Promise<void> | null = null

  async function writeAll(): Promise<void> {
    while (next !== null) {
      const opened = next
      next = null
      // A mark that cannot be written makes the device remember less; the vault itself is saved.
      await write(environment, opened).catch(() => {})
    }
    writing = null
  }

  return {
    remember(opened) {
      next = opened
      writing ??= writeAll()
    },
    settled: async () => writing ?? undefined
  }
}

async function write({ fs, appFolder }: Environment, opened: Readable): Promise<void> {
  if (!hasVaultSecrets(opened.folded)) return
  using markKey = vaultSecret(opened.folded, opened.scope, 'mark')
  await writeMark(fs, appFolder, stateOf(opened), markKey.bytes)
}

function stateOf({ head, folded }: Readable) {
  return { vaultId: head.header.vaultId, keyEpoch: head.header.keyEpoch, clock: folded.clock }
}
