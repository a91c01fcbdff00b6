import { HISTORY_LENGTH } from '../../../core/vault/properties.ts'
import { nextStamp, type Stamp, stampDevice, stampTime } from '../../../core/vault/stamp.ts'
import type { TransferField, TransferItem } from '../transfer-vault.ts'

/**
 * The stamp under which a new item comes in: of the time at which it was last changed, so that the list shows that, and
 * of this device. A time to come, or none, is the time of the import.
 */
export function itemStamp({ changedAt }: Pick<TransferItem, 'changedAt'>, save: Stamp): Stamp {
  if (changedAt === null || changedAt >= stampTime(save)) return save
  return nextStamp(null, changedAt, stampDevice(save))
}

export type OlderVersion = { readonly at: Stamp; readonly value: string }

/**
 * Older values under stamps of their own times, each before the one that followed it, the last before `current`. A time
 * that is not known, or cannot be, is a millisecond before. The newest that a vault keeps.
 */
export function olderVersions({ history, value }: TransferField, current: Stamp): readonly OlderVersion[] {
  const versions: OlderVersion[] = []
  let before = stampTime(current)
  let newer = value
  for (const { at, value: older } of history.slice(-HISTORY_LENGTH).toReversed()) {
    if (older === newer || before === 0) continue
    before = Math.min(at ?? before - 1, before - 1)
    if (before < 0) break
    versions.unshift({ at: nextStamp(null, before, stampDevice(current)), value: older })
    newer = older
  }
  return versions
}
