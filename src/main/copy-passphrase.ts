import * as v from 'valibot'
import { VaultError } from '../core/errors.ts'
import { generatedPassphrase, USUAL_PASSPHRASE } from '../shared/generator-views.ts'
import type { GuardedClipboard } from './platform/guarded-clipboard.ts'
import type { MainSession } from './session.ts'
import type { VaultClient } from './vault-client.ts'

type Parts = {
  readonly client: Pick<VaultClient, 'call'>
  readonly session: Pick<MainSession, 'openPath'>
  readonly clipboard: Pick<GuardedClipboard, 'copy'>
}

/**
 * A passphrase as the generator makes it unless told otherwise, on the clipboard until that is cleared. An open vault
 * keeps it among the generated ones. Throws the VaultError of the generator.
 */
export async function copyPassphrase({ client, session, clipboard }: Parts): Promise<void> {
  const answer = await client.call('generator.passphrase', USUAL_PASSPHRASE)
  if (!answer.ok) throw new VaultError(answer.code, answer.detail)
  const { text } = v.parse(generatedPassphrase, answer.value)
  await clipboard.copy(text)
  // Kept as a convenience: a vault that is read-only, or locks just now, is no reason to fail.
  if (session.openPath() !== null) await client.call('kept.keepGenerated', { text })
}
