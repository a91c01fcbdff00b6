import { VaultError, type VaultErrorCode } from '../../core/errors.ts'
import type { Job } from '../environment.ts'
import { isOfDisk } from '../failed-save.ts'
import type { VaultFs } from '../storage/vault-fs.ts'
import type { VaultStore } from '../vault-store.ts'
import { addAttachment, type AddRequest, type Into, type Source, withFile } from './add-attachment.ts'
import type { WaitingFile } from './waiting-files.ts'

export type Attaching = {
  readonly fs: VaultFs
  readonly store: Pick<VaultStore, 'files' | 'unsaved' | 'readOnly'>
  readonly into: Into
}

export type AttachedFile = AddRequest & Pick<WaitingFile, 'path'>

/** Streams the file in. What the disk does not take, and the store does not keep whole, waits from then on. */
export async function attachFile(attaching: Attaching, file: AttachedFile, job: Job): Promise<void> {
  const { files, unsaved, readOnly } = attaching.store
  await stream(attaching, file, job, {
    refused(mark, attachment, error) {
      if (!isOfDisk(error) || isOf(error, 'LOCKED') || readOnly()) return
      if (unsaved.holds(attachment)) files.drop(file)
      else files.keep({ ...file, mark })
    }
  })
  files.drop(file)
}

/** The same again. SOURCE_CHANGED: it cannot be read as it was, and waits no longer. */
export async function attachWaiting(attaching: Attaching, file: WaitingFile, job: Job): Promise<void> {
  const { files } = attaching.store
  let refusal: unknown = null
  try {
    await stream(attaching, file, job, { expected: file.mark, refused: (_mark, _id, error) => (refusal = error) })
    files.drop(file)
  } catch (error) {
    if (isOf(error, 'CANCELLED') || isOf(error, 'LOCKED')) throw error
    const isOfSource = isOfDisk(error) && error !== refusal && !isOf(error, 'FILE_CHANGED_ON_DISK')
    if (isOfSource || !isOfDisk(error)) files.drop(file)
    throw isOfSource ? new VaultError('SOURCE_CHANGED', {}, { cause: error }) : error
  }
}

const isOf = (error: unknown, code: VaultErrorCode): boolean => error instanceof VaultError && error.code === code

async function stream({ fs, into }: Attaching, file: AttachedFile, job: Job, source: Source): Promise<void> {
  await withFile(fs, file.path, (open) => fromTheStart(() => addAttachment(into, open, file, job, source)))
}

const TRIES = 3

/** The vault may be written anew under an attachment that is on its way in; that it happens again and again is no chance. */
async function fromTheStart(add: () => Promise<void>): Promise<void> {
  for (let left = TRIES - 1; ; left--) {
    try {
      return await add()
    } catch (error) {
      const again = error instanceof VaultError && error.code === 'FILE_CHANGED_ON_DISK' && left > 0
      if (!again) throw error
    }
  }
}
