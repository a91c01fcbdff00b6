import { VaultError, type VaultErrorCode } from '../../core/errors.ts'

const CODES: Readonly<Record<string, VaultErrorCode>> = {
  ENOSPC: 'NO_SPACE',
  EDQUOT: 'NO_SPACE',
  EROFS: 'READ_ONLY',
  EACCES: 'PERMISSION',
  EPERM: 'PERMISSION',
  ENOENT: 'NOT_FOUND',
  EEXIST: 'ALREADY_EXISTS',
  EISDIR: 'NOT_A_FILE',
  ENOTDIR: 'NOT_A_FILE',
  ELOOP: 'NOT_A_FILE',
  ENXIO: 'NOT_A_FILE'
}

/** What the operating system refused, as one of our codes; `errno` keeps its own name for those without one. */
export function diskError(error: unknown): VaultError {
  if (error instanceof VaultError) return error
  const errno = errnoOf(error)
  return new VaultError(CODES[errno] ?? 'IO', { errno }, { cause: error })
}

function errnoOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code
  return 'UNKNOWN'
}
