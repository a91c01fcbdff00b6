import { basename } from 'node:path'
import { VaultError } from '../../core/errors.ts'
import { randomUuid } from '../../core/random.ts'
import type { AttachmentPreview } from '../../shared/views.ts'
import type { Environment } from '../environment.ts'
import { readDetails } from '../item/read-details.ts'
import type { OpenedVault } from '../opened-vault.ts'
import type { VaultStore } from '../vault-store.ts'
import { addAttachment, withFile } from './add-attachment.ts'
import {
  attachmentAt,
  type AttachmentPlace,
  putAttachment,
  removeAttachment,
  renameAttachment
} from './attachment-changes.ts'
import type { AttachmentValue } from './attachment-value.ts'
import { attachmentName, mediaTypeOf } from './media-type.ts'
import { previewAttachment } from './preview-attachment.ts'
import { attachmentPieces, saveAttachment, type SaveTarget } from './read-attachment.ts'

/** Files kept with items. Every one of these answers LOCKED once the session is. */
export type Attachments = {
  /** Streams the file at `path` in and gives the id of its field. ITEM_NOT_FOUND, TOO_LARGE, NOT_A_FILE, CANCELLED, … */
  add(item: string, path: string, name?: string): Promise<{ readonly field: string; readonly name: string }>
  /** Writes it in the clear. ATTACHMENT_DAMAGED, ALREADY_EXISTS unless replacing, CANCELLED, … */
  save(place: AttachmentPlace, target: SaveTarget): Promise<void>
  preview(place: AttachmentPlace): Promise<AttachmentPreview>
  rename(place: AttachmentPlace, name: string): Promise<void>
  remove(place: AttachmentPlace): Promise<void>
  /** Takes back a removal of this session. FIELD_NOT_FOUND for any other; ATTACHMENT_DAMAGED once its bytes have gone. */
  putBack(place: AttachmentPlace): Promise<void>
}

type Parts = {
  readonly environment: Environment
  readonly store: VaultStore
  /** Throws LOCKED. */
  readonly opened: () => OpenedVault
}

export function createAttachments({ environment, store, opened }: Parts): Attachments {
  /** What was removed, to be put back as it was; it ends with the session. */
  const removed = new Map<string, AttachmentValue>()
  const keyOf = ({ item, field }: AttachmentPlace): string => `${item} ${field}`

  async function valueAt(place: AttachmentPlace): Promise<AttachmentValue> {
    await readDetails(opened(), [place.item])
    return attachmentAt(opened().folded, place)
  }

  async function save(build: ReturnType<typeof putAttachment>, item: string): Promise<void> {
    opened()
    await store.save(build, [item])
  }

  return {
    async add(item, path, name = basename(path)) {
      if (!opened().folded.has(item)) throw new VaultError('ITEM_NOT_FOUND')
      const field = `attachment-${randomUuid().slice(0, 8)}`
      const request = { item, field, name: attachmentName(name), mediaType: mediaTypeOf(name) }
      const guarded: VaultStore = { ...store, opened }
      await environment.runJob('attach', (job) =>
        withFile(environment.fs, path, (file) => addAttachment(guarded, file, request, job))
      )
      return { field, name: request.name }
    },
    async save(place, target) {
      const value = await valueAt(place)
      await environment.runJob('saveAttachment', (job) =>
        saveAttachment(environment.fs, opened().file, value, target, job)
      )
    },
    async preview(place) {
      return previewAttachment(opened().file, await valueAt(place))
    },
    rename: (place, name) => save(renameAttachment(place, attachmentName(name)), place.item),
    async remove(place) {
      removed.set(keyOf(place), await valueAt(place))
      await save(removeAttachment(place), place.item)
    },
    async putBack(place) {
      const value = removed.get(keyOf(place))
      if (value === undefined) throw new VaultError('FIELD_NOT_FOUND')
      // New keys or a compaction in between have left out what nothing named.
      for await (const _ of attachmentPieces(opened().file, value)) opened()
      await save(putAttachment(place, value), place.item)
      removed.delete(keyOf(place))
    }
  }
}
