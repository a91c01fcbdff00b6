import { VaultError } from '../core/errors.ts'
import { isSealed, openValue } from '../core/vault/concealed.ts'
import type { FoldedVault } from '../core/vault/fold.ts'
import { isAttachmentValue, type Version } from '../core/vault/properties.ts'
import { type Stamp, stampTime } from '../core/vault/stamp.ts'
import type { FieldVersion } from '../shared/history-views.ts'
import { fieldOf } from './item/item-fields.ts'
import type { BuildChanges } from './item/change-items.ts'
import { editSet } from './item/item-set.ts'
import type { OpenedVault } from './opened-vault.ts'

type Named = Version & { readonly name: string }

/**
 * What a field has held, newest first: its value of now and the superseded ones that are kept. An address that became
 * a secret, or the other way round, has its history in two properties. The details of the item must have been read.
 */
export function fieldVersions({ folded }: OpenedVault, item: string, field: string): FieldVersion[] {
  return versionsOf(folded, item, field).map(({ at, value }, place) => {
    const head = { at, time: stampTime(at), current: place === 0 }
    return isSealed(value)
      ? { ...head, concealed: true as const }
      : { ...head, concealed: false as const, value: typeof value === 'string' ? value : '' }
  })
}

/** The text of one version. FIELD_NOT_FOUND when that version is no longer kept. */
export function versionText({ folded, scope }: OpenedVault, item: string, field: string, at: Stamp): string {
  const { value, name } = versionAt(folded, item, field, at)
  return isSealed(value) ? openValue(scope, { item, at, name }, value) : typeof value === 'string' ? value : ''
}

/** Sets the field to an older value of its own; what it held becomes a version like any other. */
export function restoreVersion(item: string, field: string, version: Stamp): BuildChanges {
  return (opened, at) => {
    const { folded, scope } = opened
    const list = folded.list(item)
    if (list === undefined || list.purged) throw new VaultError('ITEM_NOT_FOUND')
    const winners = folded.properties(item)
    const { id, label, kind, concealed, section, order } = fieldOf(winners, field)
    const value = versionText(opened, item, field, version)
    // A field without a definition stands last; its place is no number that a change may hold twice.
    const place = Math.min(order, winners.size)
    const put = { change: 'put', id, label, kind, concealed, section, order: place, value } as const
    const set = editSet({ fields: [put] }, { item, at, type: list.type, winners, scope })
    return Object.keys(set).length === 0 ? [] : [{ item, at, set }]
  }
}

function versionsOf(folded: FoldedVault, item: string, field: string): readonly Named[] {
  if (!folded.has(item)) throw new VaultError('ITEM_NOT_FOUND')
  const winners = folded.properties(item)
  const names = [`value:${field}`, `url:${field}`]
  const all = names.flatMap((name) => {
    const winner = winners.get(name)
    const versions = winner === undefined ? [] : [winner, ...folded.history(item, name)]
    return versions.map((version): Named => ({ ...version, name }))
  })
  return withoutMoves(all.toSorted((a, b) => (a.at > b.at ? -1 : 1))).filter(({ value }) => !isAttachmentValue(value))
}

/** A value that moves from one property to the other leaves a null of the same stamp behind, which is no version. */
const withoutMoves = (versions: readonly Named[]): readonly Named[] =>
  versions.filter(
    ({ at, value, name }) => value !== null || !versions.some((other) => other.at === at && other.name !== name)
  )

function versionAt(folded: FoldedVault, item: string, field: string, at: Stamp): Named {
  const version = versionsOf(folded, item, field).find((each) => each.at === at)
  if (version === undefined) throw new VaultError('FIELD_NOT_FOUND')
  return version
}
