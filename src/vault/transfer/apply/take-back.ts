import { type Change, VAULT_ITEM } from '../../../core/vault/change.ts'
import type { Json } from '../../../core/vault/json.ts'
import type { BuildChanges } from '../../item/change-items.ts'

/**
 * The way back from an import, as one save: what was new goes to the trash, and what joined items took in leaves them,
 * unless it has changed again since. An import only adds, so nothing has to be put back.
 */
export function takeBack(saved: readonly Change[], joined: ReadonlySet<string>): BuildChanges {
  return ({ folded }, at, now) => {
    const sets = new Map<string, Record<string, Json>>()
    for (const change of saved) {
      const { item } = change
      const list = item === VAULT_ITEM ? undefined : folded.list(item)
      if (list === undefined || list.purged) continue
      if (!joined.has(item)) sets.set(item, list.trashedAt === null ? { trashedAt: now } : {})
      else sets.set(item, emptied(change, folded.properties(item)))
    }
    return [...sets].flatMap(([item, set]) => (Object.keys(set).length === 0 ? [] : [{ item, at, set }]))
  }
}

type Winners = ReadonlyMap<string, { readonly at: string }>

function emptied({ at, set }: Change, winners: Winners): Record<string, Json> {
  const names = Object.keys(set).filter((name) => winners.get(name)?.at === at)
  return Object.fromEntries(names.map((name) => [name, null]))
}
