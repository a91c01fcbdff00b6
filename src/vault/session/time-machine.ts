import { VaultError } from '../../core/errors.ts'
import type { Change } from '../../core/vault/change.ts'
import { isSealed, openValue } from '../../core/vault/concealed.ts'
import { valueOf } from '../../core/vault/difference.ts'
import type { Stamp } from '../../core/vault/stamp.ts'
import type { ComparedItem } from '../../shared/merge-views.ts'
import type { BackupDifference, OpenedBackup, Restored } from '../../shared/time-views.ts'
import { writeBackup } from '../make-backup.ts'
import { backupDifference, itemDifference } from '../merge/backup-difference.ts'
import { comparedField } from '../merge/compared-view.ts'
import { missingChunks, namesAttachments, readAllDetails } from '../merge/merge-into.ts'
import { closeCopy, type CopyRequest, readCopy } from '../merge/read-copy.ts'
import { restoreAll, restoreFields } from '../merge/restore-from-backup.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { type Inverse, inverseOf } from '../undo-inverse.ts'
import type { SessionContext } from './session-context.ts'

export type ThenPlace = { readonly item: string; readonly field: string; readonly side: 'mine' | 'other' }

export type TimeMachine = {
  /** Opens a backup to read and compares it with now. It may have a password of its own time. WRONG_PASSWORD, … */
  openBackup(request: CopyRequest): Promise<OpenedBackup>
  /** The differing fields of one item, `mine` being now. */
  itemThen(item: string): ComparedItem
  revealThen(place: ThenPlace): string
  /** Each of these is one save and one step that can be taken back. */
  restoreField(item: string, field: string): Promise<Restored>
  restoreItem(item: string): Promise<Restored>
  /** Everything, after a backup of now. */
  restoreEverything(): Promise<Restored>
  closeBackup(): Promise<void>
}

export function timeMachine(context: SessionContext): TimeMachine {
  const { environment, store, opened, onLock, save, undo, journal } = context
  let backup: OpenedVault | null = null

  const then = (): OpenedVault => {
    opened()
    if (backup === null) throw new VaultError('BAD_REQUEST')
    return backup
  }
  async function closeBackup(): Promise<void> {
    const before = backup
    backup = null
    if (before !== null) await closeCopy(before, store.opened().keys)
  }
  onLock(closeBackup)

  async function compare(): Promise<BackupDifference> {
    return store.inTurn(async () => {
      await readAllDetails(opened())
      return backupDifference(opened(), then())
    })
  }

  async function restore(
    items: readonly string[],
    changes: (now: OpenedVault, at: Stamp, time: number) => readonly Change[]
  ): Promise<Restored> {
    let made: readonly Change[] = []
    let inverse: Inverse | null = null
    const build = (now: OpenedVault, at: Stamp, time: number): readonly Change[] => {
      made = changes(now, at, time)
      inverse = inverseOf(now.folded, made)
      return made
    }
    const named = namesAttachments(changes(opened(), NEVER, 0))
    const reads = items.filter((item) => opened().folded.has(item))
    await save(build, reads, named ? missingChunks(opened, () => made, then().file.readAttachment) : undefined)
    if (inverse !== null) undo.remember('restore', inverse)
    const [only, ...others] = made
    return { difference: await compare(), item: only !== undefined && others.length === 0 ? only.item : null }
  }

  return {
    async openBackup(request) {
      await closeBackup()
      backup = await environment.runJob('restore', () => readCopy(environment, opened(), request))
      if (backup === null) return { status: 'needsPassword' }
      await readAllDetails(backup)
      return { status: 'open', difference: await compare() }
    },
    itemThen: (item) => itemView(opened(), then(), item),
    revealThen(place) {
      const text = revealThen(opened(), then(), place)
      journal.note({ act: 'revealed', item: place.item, fields: [place.field] })
      return text
    },
    restoreField: (item, field) =>
      restore([item], (now, at) => [restoreFields(now, then(), item, { at, only: field })]),
    restoreItem: (item) => restore([item], (now, at) => [restoreFields(now, then(), item, { at })]),
    async restoreEverything() {
      then()
      await writeBackup(environment, store)
      const done = await restore([...opened().folded.ids()], (now, at, time) => restoreAll(now, then(), at, time))
      journal.note({ act: 'restored' })
      return done
    },
    closeBackup
  }
}

/** Any stamp will do to see what would be named. */
const NEVER: Stamp = '0'.repeat(24)

function itemView(now: OpenedVault, then: OpenedVault, item: string): ComparedItem {
  const list = (now.folded.has(item) ? now : then).folded.list(item)
  if (list === undefined) throw new VaultError('ITEM_NOT_FOUND')
  const { fields } = itemDifference(now, then, item)
  return { id: item, type: list.type, title: list.title, fields: fields.map(comparedField) }
}

function revealThen(now: OpenedVault, then: OpenedVault, { item, field, side }: ThenPlace): string {
  const found = itemDifference(now, then, item).fields.find((each) => each.field === field)
  const value = found === undefined ? null : valueOf(found[side])
  if (value === null || !isSealed(value.version.value)) throw new VaultError('FIELD_NOT_FOUND')
  return openValue(now.scope, { item, at: value.version.at, name: value.name }, value.version.value)
}
