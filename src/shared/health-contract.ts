import * as v from 'valibot'
import { findingKind, healthView } from './health-views.ts'
import { itemId } from './ids.ts'
import { itemDetail } from './item-views.ts'

/** The health of the secrets. Part of the one contract in contract.ts. */

const nothing = v.undefined()
const ids = v.pipe(v.array(itemId), v.maxLength(100_000))

export const healthContract = {
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
