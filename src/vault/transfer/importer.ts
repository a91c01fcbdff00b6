import type { DeriveForeign } from '../kdf/foreign-argon2.ts'
import type { ReceiptBook } from './receipt.ts'
import type { TransferVault } from './transfer-vault.ts'

/** The most that is read of a foreign file, in bytes; larger ones are refused before anything is allocated. */
export const MAX_IMPORT_BYTES = 256 * 2 ** 20

export type ImportSource = {
  /** For formats that keep nothing else to tell a vault by; never used to recognise one, nor as a path. */
  readonly name: string
  readonly bytes: Uint8Array
}

export type ImportSecrets = {
  /** The password of the foreign file. */
  readonly password?: string
  readonly keyFile?: Uint8Array
  /** The vault's own age identity: what was shared with it opens without being asked. */
  readonly identity?: string
}

export type ImportWork = {
  readonly book: ReceiptBook
  readonly secrets: ImportSecrets
  /** Argon2 with the numbers of the file, on a thread of its own. IMPORT_REFUSED when they are out of bounds. */
  readonly argon2: DeriveForeign
  readonly signal: AbortSignal
  readonly report: (done: number, total: number) => void
}

/**
 * One foreign format. `recognises` looks at the content alone, quickly and without throwing. `read` throws
 * IMPORT_NEEDS_PASSWORD, WRONG_PASSWORD, IMPORT_DAMAGED { place }, IMPORT_REFUSED { reason } (a bound, a hostile number,
 * or a file that this program must not or cannot read), CANCELLED; nothing else, and it returns all or nothing.
 */
export type Importer = {
  readonly format: string
  readonly recognises: (source: ImportSource) => boolean
  readonly read: (source: ImportSource, work: ImportWork) => Promise<TransferVault>
}
