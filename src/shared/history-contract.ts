import * as v from 'valibot'
import { fieldVersion, kept, keptSecret, pendingPassword } from './history-views.ts'
import { fieldId, itemId, revision } from './ids.ts'
import { itemDetail } from './item-views.ts'
import { sealedPassword } from './sealed-secret.ts'
import { undoState, undoStep, undoneStep } from './undo-views.ts'

/** What was: undo, older versions, secrets kept beside the fields, and a password that waits. Part of the one contract in contract.ts. */

const nothing = v.undefined()
/** In the clear where main itself had it made, for the clipboard. */
const secret = v.union([v.pipe(v.string(), v.minLength(1), v.maxLength(4096)), sealedPassword])
const field = v.strictObject({ item: itemId, field: fieldId })

export const historyContract = {
  'undo.state': { served: 'vault', input: nothing, output: undoState },
  /** The next edit begins a step of its own. Gives the one that an editor has just saved, if any. */
  'undo.settle': { served: 'vault', input: nothing, output: v.nullable(undoStep) },
  'undo.undo': { served: 'vault', input: nothing, output: v.nullable(undoneStep) },
  'undo.redo': { served: 'vault', input: nothing, output: v.nullable(undoneStep) },

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
  'passwordChange.drop': { served: 'vault', input: field, output: nothing }
} as const

export const historyInternal = {
  'value.kept': { input: kept, output: v.strictObject({ value: v.string() }) }
} as const
