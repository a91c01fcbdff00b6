import { basename, dirname, join } from 'node:path'
import { equalBytes } from '../../core/bytes.ts'
import { VaultError } from '../../core/errors.ts'
import { isAuthentic } from '../../core/format/header.ts'
import { isBehind } from '../../core/vault/clock.ts'
import type { Environment } from '../environment.ts'
import { type OpenedVault, readVault } from '../opened-vault.ts'
import { readHead } from '../storage/read-head.ts'
import { unsavedFolder } from '../write-copy.ts'

export type FoundCopy = { readonly path: string; readonly changedAt: number }

/**
 * Other copies of this vault beside it, as programs that synchronise files leave them when two devices saved at once
 * (`mara (conflicted copy 2026-11-25).coffer`, `mara.sync-conflict-….coffer`, `mara-conflict-….coffer`), and those that
 * hold what could not be saved. Named alike is not enough: it must be this vault, and bring something that is not here.
 */
export async function findCopies(environment: Environment, mine: OpenedVault): Promise<readonly FoundCopy[]> {
  const { path } = mine.file
  const found: FoundCopy[] = []
  for (const folder of [dirname(path), unsavedFolder(environment)]) {
    for (const name of await namesIn(environment, folder)) {
      if (found.length === MOST) return found
      const candidate = join(folder, name)
      if (candidate === path || !looksLikeCopy(basename(path), name)) continue
      const copy = await newsIn(environment, mine, candidate).catch(ignoreUnreadable)
      if (copy !== null) found.push(copy)
    }
  }
  return found.toSorted((a, b) => b.changedAt - a.changedAt)
}

/** More than this beside one vault is no accident of a sync client. */
const MOST = 8
const STEM = /\.coffer$/i
/** Put there by a restore, and given up on purpose. */
const GIVEN_UP = / before restore \d{4}-/

export function looksLikeCopy(vaultName: string, name: string): boolean {
  if (!STEM.test(name) || name.startsWith('.') || GIVEN_UP.test(name)) return false
  const [vault, other] = [vaultName.replace(STEM, ''), name.replace(STEM, '')]
  return other !== vault && other.startsWith(vault) && /^[ ._~(-]/.test(other.slice(vault.length))
}

async function newsIn({ fs }: Environment, mine: OpenedVault, path: string): Promise<FoundCopy | null> {
  const stat = await fs.stat(path)
  if (stat?.isFile !== true) return null
  const head = await readHead(fs, path)
  if (!equalBytes(head.header.vaultId, mine.head.header.vaultId)) return null
  const found = { path, changedAt: Math.floor(stat.modifiedAt) }
  // Under other keys nobody can tell what it holds without its password.
  if (!isAuthentic(head, mine.keys.header)) return found
  const { file, folded } = await readVault(fs, path, { head, keys: mine.keys }, 'read')
  await file.close()
  return isBehind(mine.folded.clock, folded.clock) ? found : null
}

async function namesIn({ fs }: Environment, folder: string): Promise<readonly string[]> {
  return fs.readdir(folder).catch((error: unknown) => {
    if (error instanceof VaultError) return []
    throw error
  })
}

/** Whatever cannot be read is not offered: it may be half a download. */
function ignoreUnreadable(error: unknown): null {
  if (error instanceof VaultError) return null
  throw error
}
