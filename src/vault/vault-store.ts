import { VaultError } from '../core/errors.ts'
import { type Change, VAULT_ITEM } from '../core/vault/change.ts'
import { nextStamp } from '../core/vault/stamp.ts'
import type { Environment } from './environment.ts'
import { openText } from './item/search-text.ts'
import { readDetails } from './item/read-details.ts'
import type { BuildChanges } from './item/change-items.ts'
import type { OpenedVault } from './opened-vault.ts'
import type { Memory } from './remember-state.ts'
import { createSerial } from './serial.ts'
import type { Save } from './storage/append-save.ts'

/** The open vault as it is now, and the one way to change it: one thing after the other. */
export type VaultStore = {
  readonly opened: () => OpenedVault
  readonly readOnly: () => boolean
  /**
   * Appends one save and takes it in once it is on the disk. READ_ONLY, STALE, NO_SPACE, …: nothing changed.
   * `reads` are the items whose details `build` needs, `chunks` the pieces of attachments that its changes name.
   */
  readonly save: (build: BuildChanges, reads?: readonly string[], chunks?: Save['chunks']) => Promise<void>
  /** Rewrites the file (re-keying) and goes on with what was read back from it. */
  readonly replace: (rewrite: (opened: OpenedVault) => Promise<OpenedVault>) => Promise<void>
  readonly close: () => Promise<void>
}

export type StoreParts = {
  readonly opened: OpenedVault
  readonly readOnly: boolean
  readonly deviceId: string
  /** Told of every acknowledged state; the freshness mark follows it and never leads. */
  readonly memory: Memory
  readonly onChanged: (items: number) => void
}

export function createVaultStore({ now: clock }: Pick<Environment, 'now'>, parts: StoreParts): VaultStore {
  const { deviceId, memory, onChanged } = parts
  const inTurn = createSerial()
  let opened = parts.opened
  const isReadOnly = (): boolean => parts.readOnly || opened.file.readOnly

  async function append(build: BuildChanges, reads: readonly string[], chunks: Save['chunks']): Promise<void> {
    await readDetails(opened, reads)
    const { folded, file } = opened
    const now = clock()
    const at = nextStamp(folded.greatestStamp, now, deviceId)
    const changes = build(opened, at, now)
    if (changes.length === 0) return
    await file.append(chunks === undefined ? { changes } : { changes, chunks })
    takeIn(opened, changes)
    memory.remember(opened)
    onChanged(folded.size)
  }

  return {
    opened: () => opened,
    readOnly: isReadOnly,
    save: (build, reads = [], chunks) =>
      inTurn(async () => {
        if (isReadOnly()) throw new VaultError('READ_ONLY')
        await append(build, reads, chunks)
      }),
    replace: (rewrite) =>
      inTurn(async () => {
        if (isReadOnly()) throw new VaultError('READ_ONLY')
        opened = await rewrite(opened)
        memory.remember(opened)
        onChanged(opened.folded.size)
      }),
    close: () =>
      inTurn(async () => {
        await memory.settled()
        await opened.close()
      })
  }
}

/** Only acknowledged changes get here, so memory never says more than the disk. */
function takeIn({ folded, list }: OpenedVault, changes: readonly Change[]): void {
  for (const change of changes) folded.apply(change)
  const items = changes.map(({ item }) => item).filter((item) => item !== VAULT_ITEM)
  list.update(items)
  for (const item of new Set(items)) {
    if (folded.has(item) && folded.sealedGroups(item).length === 0) list.addDetailText(item, openText(folded, item))
  }
}
