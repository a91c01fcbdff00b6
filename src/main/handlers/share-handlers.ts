import { VaultError } from '../../core/errors.ts'
import type { Handlers } from '../../shared/api.ts'
import type { Dialogs } from '../dialogs.ts'
import type { FileHandles } from '../file-handles.ts'
import type { PastedText } from '../pasted-text.ts'
import type { MainTexts } from '../texts/en.ts'
import type { VaultClient } from '../vault-client.ts'

export type ShareParts = {
  readonly client: Pick<VaultClient, 'ask'>
  readonly handles: FileHandles
  readonly dialogs: Pick<Dialogs, 'chooseShareFile'>
  /** To the clipboard as it is, without a timer. */
  readonly copyPublic: (text: string) => Promise<void>
  readonly readClipboard: () => Promise<string>
  readonly pasted: PastedText
  readonly texts: () => Pick<MainTexts, 'clipboardName'>
}

const PUBLIC =
  /^(?:age1[0-9a-z]{20,4000}|-----BEGIN AGE ENCRYPTED FILE-----\n[A-Za-z0-9+/=\n]+-----END AGE ENCRYPTED FILE-----\n)$/

export function shareHandlers(parts: ShareParts): Handlers<'share.asFile' | 'share.paste' | 'share.copy'> {
  const { client, handles, dialogs, copyPublic, readClipboard, pasted, texts } = parts
  return {
    'share.asFile': async (request) => {
      const target = await dialogs.chooseShareFile()
      if (target === null) return null
      await client.ask('share.writeFile', { target, ...request })
      return handles.issue(target)
    },
    'share.paste': async () => pasted.take(await readClipboard(), texts().clipboardName),
    'share.copy': ({ text }) => {
      // What has no guard must not become a way around it.
      if (!PUBLIC.test(text)) throw new VaultError('BAD_REQUEST')
      return copyPublic(text)
    }
  }
}
