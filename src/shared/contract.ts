import * as v from 'valibot'
import { attachmentContract, attachmentInternal } from './attachment-contract.ts'
import { backupContract, backupInternal } from './backup-contract.ts'
import { breachContract, breachInternal } from './breach-contract.ts'
import { lockReason } from './events.ts'
import { exportContract, exportInternal } from './export-contract.ts'
import { generatorContract } from './generator-contract.ts'
import { healthContract } from './health-contract.ts'
import { historyContract, historyInternal } from './history-contract.ts'
import { importContract, importInternal } from './import-contract.ts'
import { itemContract, itemInternal } from './item-contract.ts'
import { shareContract, shareInternal } from './share-contract.ts'
import { vaultContract, vaultInternal } from './vault-contract.ts'
import { jobName } from './job-name.ts'
import { journalContract, journalInternal } from './journal-contract.ts'
import { keysContract, keysInternal } from './keys-contract.ts'
import { internalMergeContract, mergeContract } from './merge-contract.ts'
import { settings } from './settings.ts'
import { internalTimeContract, timeContract } from './time-contract.ts'
import { chosenFile, vaultView } from './vault-views.ts'
import { fieldId, itemId } from './ids.ts'

/**
 * The one door between the page and everything else. The handlers in main and in the vault process, the preload, the
 * page's client and the tests' fakes are all derived from this object; a method is one line in the part it belongs to,
 * and the compiler then asks for its handler. Inputs and outputs are parsed, both ways, with strict schemas.
 */

const nothing = v.undefined()

const appState = v.variant('status', [
  v.strictObject({ status: v.literal('noVault') }),
  v.strictObject({
    status: v.literal('locked'),
    vault: chosenFile,
    reason: v.nullable(lockReason),
    /** The vault was left for one that is yet to be made. */
    wantsNew: v.boolean()
  }),
  v.strictObject({ status: v.literal('unlocked'), vault: vaultView })
])

export const contract = {
  'app.state': { served: 'main', input: nothing, output: appState },
  'app.settings': { served: 'main', input: nothing, output: settings },
  'app.changeSettings': { served: 'main', input: settings, output: settings },
  'app.openWebsite': { served: 'main', input: v.strictObject({ item: itemId, field: fieldId }), output: v.boolean() },
  'job.cancel': { served: 'main', input: v.strictObject({ job: jobName }), output: nothing },

  ...attachmentContract,
  ...backupContract,
  ...breachContract,
  ...exportContract,
  ...generatorContract,
  ...healthContract,
  ...historyContract,
  ...importContract,
  ...itemContract,
  ...journalContract,
  ...keysContract,
  ...shareContract,
  ...vaultContract,
  ...mergeContract,
  ...timeContract
} as const satisfies Record<string, ContractEntry>

/** What main alone asks of the vault process: how it begins, and the single value that a copy needs. */
export const internalContract = {
  'job.stop': { input: v.strictObject({ job: jobName }), output: nothing },
  ...attachmentInternal,
  ...backupInternal,
  ...breachInternal,
  ...exportInternal,
  ...historyInternal,
  ...importInternal,
  ...itemInternal,
  ...journalInternal,
  ...keysInternal,
  ...shareInternal,
  ...vaultInternal,
  ...internalMergeContract,
  ...internalTimeContract
} as const satisfies Record<string, InternalEntry>

type AnySchema = v.GenericSchema<unknown, unknown>
type ContractEntry = { readonly served: 'main' | 'vault'; readonly input: AnySchema; readonly output: AnySchema }
type InternalEntry = { readonly input: AnySchema; readonly output: AnySchema }
