import { basename } from 'node:path'
import { VaultError } from '../../core/errors.ts'
import { randomUuid } from '../../core/random.ts'
import type { AttachmentPreview } from '../../shared/attachment-views.ts'
import { readDetails } from '../item/read-details.ts'
import type { VaultStore } from '../vault-store.ts'
import type { SessionContext } from './session-context.ts'
import { attachFile, attachWaiting } from '../attachments/attach-file.ts'
import {
  attachmentAt,
  type AttachmentPlace,
  removeAttachment,
  renameAttachment
} from '../attachments/attachment-changes.ts'
import type { AttachmentValue } from '../attachments/attachment-value.ts'
import { attachmentName, mediaTypeOf } from '../attachments/media-type.ts'
import { previewAttachment } from '../attachments/preview-attachment.ts'
import { saveAttachment, type SaveTarget } from '../attachments/read-attachment.ts'

/** Files kept with items. Every one of these answers LOCKED once the session is. */
export type Attachments = {
  /** Streams the file at `path` in and gives the id of its field. ITEM_NOT_FOUND, TOO_LARGE, NOT_A_FILE, CANCELLED, … */
  add(item: string, path: string, name?: string): Promise<{ readonly field: string; readonly name: string }>
  /** Attaches what waits for the disk, from where it is. As add; SOURCE_CHANGED: it is not as it was, and is let go. */
  addWaiting(): Promise<void>
  /** Writes it in the clear. ATTACHMENT_DAMAGED, ALREADY_EXISTS unless replacing, CANCELLED, … */
  save(place: AttachmentPlace, target: SaveTarget): Promise<void>
  preview(place: AttachmentPlace): Promise<AttachmentPreview>
  rename(place: AttachmentPlace, name: string): Promise<void>
  remove(place: AttachmentPlace): Promise<void>
}

export type KeepFiles = { readonly attachments: Attachments }

export function keepFiles({ environment, store, opened, save, undo, journal }: SessionContext): KeepFiles {
  async function valueAt(place: AttachmentPlace): Promise<AttachmentValue> {
    await readDetails(opened(), [place.item])
    return attachmentAt(opened().folded, place)
  }

  /** A step of its own, also in the middle of an edit: taking back a file must not take back what was typed. */
  const alone: VaultStore['save'] = async (build, reads, chunks) => {
    undo.settle()
    await undo.save('edit', build, reads, chunks)
    undo.settle()
  }

  const attaching = { fs: environment.fs, store, into: { opened, save, name: alone } }
  const attachments: Attachments = {
    async add(item, path, name = basename(path)) {
      if (!opened().folded.has(item)) throw new VaultError('ITEM_NOT_FOUND')
      const field = `attachment-${randomUuid().slice(0, 8)}`
      const file = { item, field, path, name: attachmentName(name), mediaType: mediaTypeOf(name) }
      await environment.runJob('attach', (job) => attachFile(attaching, file, job))
      return { field, name: file.name }
    },
    async addWaiting() {
      for (const file of store.files.all())
        await environment.runJob('attach', (job) => attachWaiting(attaching, file, job))
    },
    async save(place, target) {
      const value = await valueAt(place)
      await environment.runJob('saveAttachment', (job) =>
        saveAttachment(environment.fs, opened().file, value, target, job)
      )
      journal.note({ act: 'saved', item: place.item, fields: [place.field] })
    },
    async preview(place) {
      const shown = await previewAttachment(opened().file, await valueAt(place))
      journal.note({ act: 'revealed', item: place.item, fields: [place.field] })
      return shown
    },
    rename: (place, name) => alone(renameAttachment(place, attachmentName(name)), [place.item]),
    remove: (place) => alone(removeAttachment(place), [place.item])
  }
  return { attachments }
}
