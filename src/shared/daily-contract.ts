import * as v from 'valibot'
import { bulkChange, fieldVersion, kept, keptSecret, pendingPassword } from './daily-views.ts'
import { findingKind, healthView } from './health-views.ts'
import { undoneStep, undoState, undoStep } from './undo-views.ts'
import { fieldId, itemDetail, itemId, listQuery, revision } from './views.ts'

/** The part of the contract that the daily loop needs; joined into the one contract in contract.ts. */

const nothing = v.undefined()
const ids = v.pipe(v.array(itemId), v.maxLength(100_000))
const field = v.strictObject({ item: itemId, field: fieldId })
const secret = v.pipe(v.string(), v.minLength(1), v.maxLength(4096))
const masterPassword = v.pipe(v.string(), v.maxLength(4096))
const newPhrase = v.strictObject({ recoveryPhrase: v.nullable(v.pipe(v.array(v.string()), v.length(24))) })
const whole = v.pipe(v.number(), v.integer(), v.minValue(0))
const kdfNumbers = v.strictObject({ memoryKiB: whole, passes: whole, lanes: whole })
const { filter, text, sort, descending } = listQuery.entries

export const dailyContract = {
  'undo.state': { served: 'vault', input: nothing, output: undoState },
  /** The next edit begins a step of its own. Gives the one that an editor has just saved, if any. */
  'undo.settle': { served: 'vault', input: nothing, output: v.nullable(undoStep) },
  'undo.undo': { served: 'vault', input: nothing, output: v.nullable(undoneStep) },
  'undo.redo': { served: 'vault', input: nothing, output: v.nullable(undoneStep) },

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
  'item.changeMany': { served: 'vault', input: v.strictObject({ items: ids, change: bulkChange }), output: nothing },

  'history.versions': { served: 'vault', input: field, output: v.array(fieldVersion) },
  'history.restore': {
    served: 'vault',
    input: v.strictObject({ item: itemId, field: fieldId, at: revision }),
    output: itemDetail
  },

  /** The generated secrets that the vault keeps. */
  'kept.generated': { served: 'vault', input: nothing, output: v.array(keptSecret) },
  'kept.keepGenerated': { served: 'vault', input: v.strictObject({ text: secret }), output: nothing },
  /** One concealed value that stands beside the fields. */
  'kept.reveal': { served: 'vault', input: kept, output: v.strictObject({ value: v.string() }) },
  'kept.copy': { served: 'main', input: kept, output: v.strictObject({ clearsAt: v.number() }) },

  'passwordChange.pending': {
    served: 'vault',
    input: v.strictObject({ item: itemId }),
    output: v.array(pendingPassword)
  },
  'passwordChange.begin': {
    served: 'vault',
    /** `bits` where they are known exactly. */
    input: v.strictObject({ item: itemId, field: fieldId, text: secret, bits: v.nullable(v.number()) }),
    output: nothing
  },
  'passwordChange.confirm': { served: 'vault', input: field, output: itemDetail },
  'passwordChange.drop': { served: 'vault', input: field, output: nothing },

  /** New keys under the same master password, which is asked again; the old phrase opens nothing written afterwards. */
  'keys.newPhrase': { served: 'vault', input: v.strictObject({ masterPassword }), output: newPhrase },
  'keys.measureKdf': {
    served: 'vault',
    input: nothing,
    output: v.strictObject({ milliseconds: v.number(), proposed: kdfNumbers, proposedMilliseconds: v.number() })
  },
  'keys.raiseKdf': { served: 'vault', input: v.strictObject({ masterPassword, kdf: kdfNumbers }), output: newPhrase },
  /** Asks where to, and writes the sheet that the page would print. */
  'recovery.savePdf': { served: 'main', input: nothing, output: v.strictObject({ saved: v.boolean() }) },

  'health.report': { served: 'vault', input: nothing, output: healthView },
  'health.ignore': {
    served: 'vault',
    /** A null reason takes the finding seriously again. */
    input: v.strictObject({ kind: findingKind, items: ids, reason: v.nullable(v.pipe(v.string(), v.maxLength(1024))) }),
    output: nothing
  },
  /** Makes one item of several; the first is the one that stays. */
  'health.merge': {
    served: 'vault',
    input: v.strictObject({ items: v.pipe(v.array(itemId), v.minLength(2), v.maxLength(1000)) }),
    output: itemDetail
  }
} as const

export const dailyInternal = {
  'value.kept': { input: kept, output: v.strictObject({ value: v.string() }) }
} as const
