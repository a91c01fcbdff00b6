import { type Change, VAULT_ITEM } from '../../core/vault/change.ts'
import { readDue } from '../../core/vault/due.ts'
import type { Json } from '../../core/vault/json.ts'
import { nextStamp } from '../../core/vault/stamp.ts'
import { soonestAfter } from '../item/due-set.ts'
import { readDetails } from '../item/read-details.ts'
import type { OpenedVault } from '../opened-vault.ts'
import { takeIn } from '../take-in.ts'
import { type Inverse, inverseOf } from '../undo-inverse.ts'

type Mending = { readonly now: () => number; readonly deviceId: string }

const NOTHING: Inverse = { created: [], values: [] }

/**
 * What the list says to be due is one value for all of an item. A merge takes that of one side, which has not known the
 * fields that came from the other: it is worked out anew for what was merged, and saved where it differs. Gives what
 * takes that back.
 */
export async function mendDues(
  { now, deviceId }: Mending,
  opened: OpenedVault,
  merged: readonly Change[]
): Promise<Inverse> {
  const { folded, file } = opened
  const items = [...new Set(merged.map(({ item }) => item))].filter((item) => item !== VAULT_ITEM && folded.has(item))
  if (items.length === 0) return NOTHING
  await readDetails(opened, items)
  const at = nextStamp(folded.greatestStamp, now(), deviceId)
  const changes = items.flatMap((item): Change[] => {
    const due = soonestAfter({}, folded.properties(item), at)
    const known = folded.properties(item).get('due')?.value ?? null
    return isSame(due, known) ? [] : [{ item, at, set: { due } }]
  })
  if (changes.length === 0) return NOTHING
  const inverse = inverseOf(folded, changes)
  try {
    await file.append({ changes })
  } catch {
    // The merge itself is saved. The file keeps what went wrong with it, and the next save says so.
    return NOTHING
  }
  takeIn(opened, changes)
  return inverse
}

function isSame(one: Json, other: Json): boolean {
  const [due, known] = [readDue(one), readDue(other)]
  return due?.at === known?.at && due?.why === known?.why
}
