import type { Handlers } from '../../shared/api.ts'
import type { AttachmentDialogs } from '../attachment-dialogs.ts'
import type { FileHandles } from '../file-handles.ts'
import type { VaultClient } from '../vault-client.ts'

export type AttachmentParts = {
  readonly client: VaultClient
  readonly handles: FileHandles
  readonly attachmentDialogs: AttachmentDialogs
}

type Served = 'attachment.choose' | 'attachment.add' | 'attachment.save'

/** The page names an item and a handle; the path goes from main to the vault process, which alone reads the bytes. */
export function attachmentHandlers({ client, handles, attachmentDialogs }: AttachmentParts): Handlers<Served> {
  return {
    'attachment.choose': async () => (await attachmentDialogs.chooseFiles()).map((path) => handles.issue(path)),
    'attachment.add': ({ item, file }) => client.ask('attachment.addFile', { item, path: handles.pathOf(file) }),
    'attachment.save': async (place) => {
      const { name } = await client.ask('attachment.nameOf', place)
      const path = await attachmentDialogs.chooseTarget(name)
      if (path === null) return null
      await client.ask('attachment.writeFile', { ...place, path })
      return handles.issue(path)
    }
  }
}
