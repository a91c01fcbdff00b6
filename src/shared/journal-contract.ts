import * as v from 'valibot'
import { itemId } from './ids.ts'
import { itemJournal, journalFilter, journalPage, journalPolicy, journalView } from './journal-views.ts'
import { count } from './limits.ts'
import { chosenFile } from './vault-views.ts'

/** Who did what with which secret. Part of the one contract in contract.ts. */

const nothing = v.undefined()
const filter = v.strictObject({ filter: journalFilter })

export const journalContract = {
  'journal.view': { served: 'vault', input: nothing, output: journalView },
  /** A few rows of what fits, newest first. */
  'journal.query': {
    served: 'vault',
    input: v.strictObject({ filter: journalFilter, from: count, count: v.pipe(count, v.maxValue(200)) }),
    output: journalPage
  },
  'journal.ofItem': { served: 'vault', input: v.strictObject({ item: itemId }), output: itemJournal },
  'journal.setPolicy': { served: 'vault', input: v.strictObject({ policy: journalPolicy }), output: nothing },
  /** Main asks where to write. In the clear. Null: the user thought better of it. */
  'journal.saveCsv': { served: 'main', input: filter, output: v.nullable(chosenFile) }
} as const

export const journalInternal = {
  'journal.writeCsv': {
    input: v.strictObject({ target: v.pipe(v.string(), v.minLength(1)), ...filter.entries }),
    output: nothing
  },
  /** The sheet with the recovery phrase was saved; main does that without the vault process. */
  'journal.printed': { input: nothing, output: nothing }
} as const
