import { VaultError, type VaultErrorCode } from '../core/errors.ts'
import type { VaultFs } from './storage/vault-fs.ts'
import type { VaultStore } from './vault-store.ts'

/** Looking at a file's date and length costs next to nothing, and works on every disk; being told of changes does not. */
const EVERY = 2000

export type Watch = { readonly stop: () => void }

/**
 * Looks every few seconds whether another program put another file there, and folds it in. `trouble` is told the code
 * of what is there instead, once, and null when all is well again.
 */
export function watchFile(
  fs: VaultFs,
  store: VaultStore,
  trouble: (code: VaultErrorCode | null) => void,
  every = EVERY
): Watch {
  let seen: string | null = null
  let before: string | null = null
  let told: VaultErrorCode | null = null

  function tell(code: VaultErrorCode | null): void {
    if (code !== told) trouble(code)
    told = code
  }

  async function look(): Promise<void> {
    const now = await signature(fs, store.opened().file.path)
    // A file that is still being written is left alone until it has been the same twice.
    const isSettled = now === before
    before = now
    if (now === seen || !isSettled) return
    seen = now
    const code = await store.refresh().then(
      () => null,
      (error: unknown) => (error instanceof VaultError ? error.code : 'INTERNAL')
    )
    tell(code)
  }

  let looking = false
  const timer = setInterval(() => {
    if (looking) return
    looking = true
    void look()
      .catch(() => {})
      .finally(() => {
        looking = false
      })
  }, every)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}

async function signature(fs: VaultFs, path: string): Promise<string> {
  const stat = await fs.stat(path).catch(() => null)
  return stat === null ? 'none' : `${stat.device}:${stat.inode}:${stat.size}:${stat.modifiedAt}`
}
