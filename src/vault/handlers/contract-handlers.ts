import type { ServedBy, VaultHandlers } from '../../shared/api.ts'
import { deviceKeyHandlers } from './device-key-handlers.ts'
import { dailyHandlers } from './daily-handlers.ts'
import { keysHandlers } from './keys-handlers.ts'
import { attachmentHandlers } from './attachment-handlers.ts'
import { codeHandlers } from './code-handlers.ts'
import { draftHandlers } from './draft-handlers.ts'
import { generatorHandlers } from './generator-handlers.ts'
import { importHandlers } from './import-handlers.ts'
import { itemHandlers } from './item-handlers.ts'
import { journalHandlers } from './journal-handlers.ts'
import { shareHandlers } from './share-handlers.ts'
import { mergeHandlers } from './merge-handlers.ts'
import type { Environment } from '../environment.ts'
import type { OpenSession } from './open-session.ts'
import { timeHandlers } from './time-handlers.ts'
import { vaultHandlers } from './vault-handlers.ts'

/** The page's methods that the vault process serves. */
export function contractHandlers(
  open: OpenSession,
  { strength }: Pick<Environment, 'strength'>
): VaultHandlers<ServedBy<'vault'>> {
  return {
    ...vaultHandlers(open, strength),
    ...deviceKeyHandlers(open),
    ...itemHandlers(open),
    ...journalHandlers(open),
    ...attachmentHandlers(open),
    ...dailyHandlers(open),
    ...codeHandlers(open),
    ...keysHandlers(open),
    ...draftHandlers(open),
    ...importHandlers(open),
    ...shareHandlers(open),
    ...mergeHandlers(open),
    ...timeHandlers(open),
    ...generatorHandlers
  }
}
