import type { FoldedVault } from '../../core/vault/fold.ts'
import { VaultError } from '../../core/errors.ts'
import type { ItemDetail } from '../../shared/item-views.ts'
import type { ItemSummary } from '../../shared/list-views.ts'
import type { ListProperties } from '../../core/vault/list-properties.ts'
import { subtitleField } from '../../core/vault/item-types.ts'
import { attachmentViews } from '../attachments/attachment-value.ts'
import { duesOf } from './due-set.ts'
import { fieldView, itemFields } from './item-fields.ts'

/** ITEM_NOT_FOUND for purged and unknown items. The details of the item must have been read. */
export function itemDetail(folded: FoldedVault, id: string): ItemDetail {
  const list = folded.list(id)
  if (list === undefined || list.purged) throw new VaultError('ITEM_NOT_FOUND')
  const winners = folded.properties(id)
  const { type, title, favorite, tags, createdAt, changedAt, trashedAt, revision } = list
  return {
    id,
    type,
    title,
    favorite,
    tags: [...tags],
    fields: itemFields(winners).map((field) => fieldView(field, winners, folded.history(id, field.property).length)),
    attachments: attachmentViews(winners),
    dues: duesOf(winners).map(({ field, why, at }) => ({ field, why, at })),
    createdAt,
    changedAt,
    trashedAt,
    revision
  }
}

export type Hits = Pick<ItemSummary, 'titleHits' | 'subtitleHits'>
const NO_HITS: Hits = { titleHits: [], subtitleHits: [] }

/** A row of the list, from what is in memory anyway: no detail is read for it. */
export function itemSummary(list: ListProperties, hits: Hits = NO_HITS): ItemSummary {
  const { id, type, title, subtitle, favorite, trashedAt, changedAt } = list
  const checked = list.checks.map(({ field }) => field)
  return {
    id,
    type,
    title,
    subtitle,
    favorite,
    trashed: trashedAt !== null,
    ...(trashedAt === null ? {} : { trashedAt }),
    usernameField: subtitle !== '' && subtitleField(type) === 'username' ? 'username' : null,
    passwordField: checked.find((field) => field === 'password') ?? checked.find((field) => !isCode(field)) ?? null,
    codeField: checked.find(isCode) ?? null,
    urlField: list.firstUrl?.field ?? null,
    ...(list.due === null ? {} : { due: list.due }),
    changedAt,
    ...hits
  }
}

/** Definitions are details; that the ids of one-time codes begin with `otp` is what the list can go by. */
const isCode = (field: string): boolean => field === 'otp' || field.startsWith('otp-')
