import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Published vectors are too large for the repository: a folder beside the checkout, or where COFFER_SHARED says. */
export const SHARED = process.env['COFFER_SHARED'] ?? join(process.cwd(), '../shared')
export const VECTORS = join(SHARED, 'vectors')

export const missingVectors = (): string | null =>
  existsSync(VECTORS) ? null : 'no published vectors in ../shared/vectors, nor where COFFER_SHARED says'
