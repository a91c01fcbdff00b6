import { concatBytes } from '../../../core/bytes.ts'
import { createLossBook, type Exporter, type Loss } from '../exporter.ts'
import type { ImportSecrets, ImportSource, ImportWork, Importer } from '../importer.ts'
import { wasmArgon2 } from '../../kdf/wasm.ts'
import { createReceiptBook, type Receipt } from '../receipt.ts'
import type { TransferVault } from '../transfer-vault.ts'

export type Exported = { readonly bytes: Uint8Array; readonly losses: readonly Loss[] }

export async function exported(vault: TransferVault, write: Exporter): Promise<Exported> {
  const book = createLossBook()
  const pieces: Uint8Array[] = []
  async function* items() {
    yield* vault.items
  }
  const work = { book, signal: new AbortController().signal, vaultName: 'Mine', now: 1_764_064_000_000 }
  for await (const piece of write(items(), work)) pieces.push(piece)
  return { bytes: concatBytes(...pieces), losses: book.losses() }
}

export type Imported = { readonly vault: TransferVault; readonly receipt: Receipt }

export async function imported(importer: Importer, bytes: Uint8Array, secrets: ImportSecrets = {}): Promise<Imported> {
  const book = createReceiptBook()
  const source: ImportSource = { name: 'file', bytes }
  const argon2: ImportWork['argon2'] = async (password, params) => wasmArgon2(password, params)
  const work = { book, secrets, argon2, signal: new AbortController().signal, report: () => {} }
  const vault = await importer.read(source, work)
  return { vault, receipt: book.receipt() }
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const textOf = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
