import { VaultError } from '../../core/errors.ts'
import { type DeriveForeign, foreignArgon2 } from '../kdf/foreign-argon2.ts'
import { checkReceipt, checkVault } from './check-import.ts'
import { type Importer, type ImportSecrets, type ImportSource, MAX_IMPORT_BYTES } from './importer.ts'
import { createReceiptBook, type Receipt } from './receipt.ts'
import { recognise } from './recognise.ts'
import { timeLimit } from './time-limit.ts'
import type { TransferVault } from './transfer-vault.ts'

export type ReadImport = { readonly format: string; readonly vault: TransferVault; readonly receipt: Receipt }

export type ReadOptions = {
  readonly secrets?: ImportSecrets
  readonly signal?: AbortSignal
  readonly report?: (done: number, total: number) => void
  /** Asked instead of recognising what the file holds. */
  readonly importer?: Importer
  readonly argon2?: DeriveForeign
  /** Milliseconds. */
  readonly limit?: number
}

/** Milliseconds after which reading is given up, whatever the file asks for. */
const TIME_LIMIT = 120_000

/**
 * A foreign file as a neutral vault and its receipt, all or nothing. IMPORT_UNKNOWN_FORMAT, IMPORT_NEEDS_PASSWORD,
 * WRONG_PASSWORD, IMPORT_DAMAGED { place }, IMPORT_REFUSED { reason }, CANCELLED.
 */
export async function readImport(source: ImportSource, options: ReadOptions = {}): Promise<ReadImport> {
  if (source.bytes.length > MAX_IMPORT_BYTES) throw new VaultError('IMPORT_REFUSED', { reason: 'size' })
  if (source.bytes.length === 0) throw new VaultError('IMPORT_DAMAGED', { place: 'empty' })
  const { secrets = {}, report = () => {}, argon2 = foreignArgon2(), limit = TIME_LIMIT } = options
  const importer = options.importer ?? recognise(source)
  const book = createReceiptBook()
  const time = timeLimit(limit, options.signal)
  const { signal } = time
  try {
    const read = importer.read(source, { book, secrets, argon2, signal, report })
    const vault = checkVault(await Promise.race([read, ended(signal)]))
    return { format: importer.format, vault, receipt: checkReceipt(book.receipt()) }
  } catch (error) {
    throw refusal(error, time.isLate())
  } finally {
    time.end()
  }
}

async function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = (): void => reject(new VaultError('CANCELLED'))
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}

/** What a library throws at a hostile file may hold pieces of it: only our own codes go on. */
function refusal(error: unknown, isLate: boolean): VaultError {
  if (isLate) return new VaultError('IMPORT_REFUSED', { reason: 'time' })
  if (error instanceof VaultError) return isSecretRefused(error) ? new VaultError(error.code, { of: 'import' }) : error
  return new VaultError('IMPORT_DAMAGED', { place: 'content' })
}

/** The password of the file is another one than that of the vault, and so is the sentence about it. */
const isSecretRefused = ({ code }: VaultError): boolean => code === 'WRONG_PASSWORD'
