import type { AttachmentPlace } from './attachment-changes.ts'
import type { SourceMark } from './source-mark.ts'

/** A file that was to be attached when the disk refused: read again from where it is, since it is too large for memory. */
export type WaitingFile = AttachmentPlace & {
  readonly name: string
  readonly mediaType: string
  readonly path: string
  readonly mark: SourceMark
}

/** In the vault process' memory only, until they are attached or the vault is locked: they are still where they were. */
export type WaitingFiles = {
  /** Trying to attach the same file to the same item again takes the place of the earlier try. */
  readonly keep: (file: WaitingFile) => void
  readonly drop: (file: Pick<WaitingFile, 'item' | 'path'>) => void
  readonly all: () => readonly WaitingFile[]
  readonly count: () => number
}

export function createWaitingFiles(onChange: () => void): WaitingFiles {
  const waiting = new Map<string, WaitingFile>()
  const nameOf = ({ item, path }: Pick<WaitingFile, 'item' | 'path'>): string => JSON.stringify([item, path])
  return {
    keep(file) {
      waiting.set(nameOf(file), file)
      onChange()
    },
    drop(file) {
      if (waiting.delete(nameOf(file))) onChange()
    },
    all: () => [...waiting.values()],
    count: () => waiting.size
  }
}
