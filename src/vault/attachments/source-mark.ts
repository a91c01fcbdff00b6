import { VaultError } from '../../core/errors.ts'
import type { FileStat } from '../storage/vault-fs.ts'

/** What is known of a file that was being read: enough to tell later whether it is still the same. */
export type SourceMark = {
  readonly size: number
  /** Milliseconds since 1970. */
  readonly modifiedAt: number
  /** The SHA-256 of this many bytes from its beginning, in hex. */
  readonly read: number
  readonly sha256: string
}

/** SOURCE_CHANGED when size or date tell another file, before any of it is read. Without a mark, any file will do. */
export function checkSource({ size, modifiedAt }: FileStat, expected: SourceMark | undefined): void {
  if (expected === undefined) return
  if (expected.size !== size || expected.modifiedAt !== modifiedAt) throw new VaultError('SOURCE_CHANGED')
}

/** The same for what was read of it now. */
export function checkBeginning({ read, sha256 }: Pick<SourceMark, 'read' | 'sha256'>, expected?: SourceMark): void {
  if (expected?.read === read && expected.sha256 !== sha256) throw new VaultError('SOURCE_CHANGED')
}
