import * as v from 'valibot'
import { bulkChange } from './item-views.ts'
import { fieldId, itemId, itemType, revision } from './ids.ts'
import { itemDetail, itemEdit, itemTemplate, oneTimeCode, sentEdit } from './item-views.ts'
import { listPage, listQuery, sidebarCounts } from './list-views.ts'

/** Items: the list, one item, its types and its drafts. Part of the one contract in contract.ts. */

const nothing = v.undefined()
const ids = v.pipe(v.array(itemId), v.maxLength(100_000))
const field = v.strictObject({ item: itemId, field: fieldId })
const { filter, text, sort, descending } = listQuery.entries

export const itemContract = {
  'list.query': { served: 'vault', input: listQuery, output: listPage },
  'list.counts': { served: 'vault', input: nothing, output: sidebarCounts },
  /** Ids of a part of the list, for selecting many rows that are not drawn. */
  'list.ids': {
    served: 'vault',
    input: v.strictObject({
      filter,
      text,
      sort,
      descending,
      from: v.pipe(v.number(), v.integer(), v.minValue(0)),
      count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100_000))
    }),
    output: ids
  },

  'item.templates': { served: 'vault', input: nothing, output: v.array(itemTemplate) },
  'item.get': { served: 'vault', input: v.strictObject({ item: itemId }), output: itemDetail },
  'item.create': { served: 'vault', input: v.strictObject({ type: itemType, edit: sentEdit }), output: itemDetail },
  'item.edit': {
    served: 'vault',
    input: v.strictObject({ item: itemId, expected: revision, edit: sentEdit }),
    output: itemDetail
  },
  'item.duplicate': { served: 'vault', input: v.strictObject({ item: itemId }), output: itemDetail },
  'item.trash': { served: 'vault', input: v.strictObject({ items: ids }), output: nothing },
  'item.restore': { served: 'vault', input: v.strictObject({ items: ids }), output: nothing },
  'item.purge': { served: 'vault', input: v.strictObject({ items: ids }), output: nothing },
  'item.reveal': { served: 'vault', input: field, output: v.strictObject({ value: v.string() }) },
  /** A new pair in the item's fields; the private half does not cross. */
  'item.makeSshKey': { served: 'vault', input: v.strictObject({ item: itemId }), output: itemDetail },
  'item.oneTimeCode': { served: 'vault', input: field, output: oneTimeCode },
  'item.copyField': { served: 'main', input: field, output: v.strictObject({ clearsAt: v.number() }) },
  'item.copyOneTimeCode': { served: 'main', input: field, output: v.strictObject({ clearsAt: v.number() }) },
  'item.changeMany': { served: 'vault', input: v.strictObject({ items: ids, change: bulkChange }), output: nothing },

  'type.make': {
    served: 'vault',
    input: v.strictObject({ item: itemId, name: v.pipe(v.string(), v.maxLength(1024)) }),
    output: v.strictObject({ type: itemType })
  },
  'type.rename': {
    served: 'vault',
    input: v.strictObject({ type: itemType, name: v.pipe(v.string(), v.maxLength(1024)) }),
    output: nothing
  },
  'type.offer': {
    served: 'vault',
    input: v.strictObject({ type: itemType, offered: v.boolean() }),
    output: nothing
  },

  'draft.keep': {
    served: 'vault',
    input: v.strictObject({ item: v.nullable(itemId), type: itemType, edit: sentEdit }),
    output: nothing
  },
  'draft.load': {
    served: 'vault',
    input: nothing,
    output: v.nullable(v.strictObject({ item: v.nullable(itemId), type: itemType, edit: itemEdit }))
  },
  'draft.drop': { served: 'vault', input: nothing, output: nothing }
} as const

export const itemInternal = {
  'value.forCopy': { input: field, output: v.strictObject({ value: v.string() }) }
} as const
