import { keyWords } from '../../core/crypto/key-words.ts'
import type { OwnKey, Recipient } from '../../shared/share-views.ts'
import { ownRecipient } from '../share/age-identity.ts'
import { dropRecipient, keepRecipient, listRecipients } from '../share/recipients.ts'
import type { ShareRequest } from '../share/share-item.ts'
import type { SessionContext } from './session-context.ts'

export type ShareItems = {
  /** The key that others seal to; made when it is first asked for. */
  ownKey(): Promise<OwnKey>
  recipients(): readonly Recipient[]
  keepRecipient(name: string, key: string): Promise<Recipient>
  dropRecipient(id: string): Promise<void>
  /** Sealed lines of text. */
  shareItem(request: ShareRequest): Promise<Uint8Array>
}

export function shareItems({ environment, store, opened, journal }: SessionContext): ShareItems {
  return {
    async ownKey() {
      opened()
      const key = await ownRecipient(store)
      return { key, words: [...keyWords(key)] }
    },
    recipients: () => listRecipients(opened()),
    async keepRecipient(name, key) {
      opened()
      return keepRecipient(store, name, key)
    },
    async dropRecipient(id) {
      opened()
      await dropRecipient(store, id)
    },
    async shareItem(request) {
      opened()
      const { shareItem } = await import('../share/share-item.ts')
      const sealed = await shareItem(opened(), request, environment.now())
      journal.note({ act: 'shared', item: request.item, fields: request.fields ?? [] })
      return sealed
    }
  }
}
