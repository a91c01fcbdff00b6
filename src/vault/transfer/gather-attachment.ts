import { VaultError } from '../../core/errors.ts'
import type { Version } from '../../core/vault/properties.ts'
import { attachmentViews, readAttachmentValue } from '../attachments/attachment-value.ts'
import { wholeAttachment } from '../attachments/read-attachment.ts'
import type { OpenedVault } from '../opened-vault.ts'
import type { TransferAttachment } from './transfer-vault.ts'

type Attachments = { readonly attachments: readonly TransferAttachment[]; readonly damaged: readonly string[] }

/** The attachments of an item, whole and as they were put in; of the damaged ones the names: one must not cost the rest. */
export async function gatherAttachments(
  { file }: OpenedVault,
  winners: ReadonlyMap<string, Version>
): Promise<Attachments> {
  const attachments: TransferAttachment[] = []
  const damaged: string[] = []
  for (const { field, name, mediaType } of attachmentViews(winners)) {
    const value = readAttachmentValue(winners.get(`value:${field}`)?.value)
    if (value === null) continue
    try {
      const bytes = await wholeAttachment(file, value)
      attachments.push({ name, mediaType, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) })
    } catch (error) {
      if (!(error instanceof VaultError) || (error.code !== 'ATTACHMENT_DAMAGED' && error.code !== 'IO')) throw error
      damaged.push(name)
    }
  }
  return { attachments, damaged }
}
