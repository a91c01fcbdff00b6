import { expect } from 'vitest'
import { VaultError } from '../../../core/errors.ts'
import type { DeriveForeign } from '../../kdf/foreign-argon2.ts'
import type { Importer, ImportSecrets } from '../importer.ts'
import { type ReadImport, readImport } from '../read-import.ts'
import type { TransferField, TransferItem } from '../transfer-vault.ts'
import { quickArgon2 } from './quick-argon2.ts'

/** Reads a file as the program does, and holds every importer to its promises. */
export async function importFile(
  importer: Importer,
  bytes: Uint8Array,
  secrets: ImportSecrets = {},
  argon2: DeriveForeign = quickArgon2
): Promise<ReadImport> {
  const read = await readImport({ name: 'file', bytes }, { importer, secrets, argon2 })
  expect(read.receipt.sourceItems).toBeGreaterThanOrEqual(read.vault.items.length)
  for (const item of read.vault.items) expectWhole(item)
  return read
}

function expectWhole(item: TransferItem): void {
  expect(item.type).toMatch(/^[a-z0-9][a-z0-9-]{0,63}$/)
  for (const { id, value, label } of item.fields) {
    expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,63}$/)
    expect(value).toBeTypeOf('string')
    expect(label.length).toBeLessThanOrEqual(1024)
  }
  expect(new Set(item.fields.map(({ id }) => id)).size).toBe(item.fields.length)
  for (const { name } of item.attachments) expect(name).not.toMatch(/[/\\]|^\.\.?$/)
}

/** What a hostile file must come to: one of the errors of an importer, soon, and nothing else. */
export async function expectRefusal(
  importer: Importer,
  bytes: Uint8Array,
  secrets: ImportSecrets = {},
  argon2?: DeriveForeign
): Promise<string> {
  const started = process.cpuUsage()
  const outcome = await importFile(importer, bytes, secrets, argon2).catch((error: unknown) => error)
  expect(outcome).toBeInstanceOf(VaultError)
  const code = outcome instanceof VaultError ? outcome.code : ''
  expect(['IMPORT_DAMAGED', 'IMPORT_REFUSED', 'IMPORT_NEEDS_PASSWORD', 'WRONG_PASSWORD']).toContain(code)
  const { user, system } = process.cpuUsage(started)
  // A second of wall time where nothing else runs. Counted in work, for a busy machine has less of it in a second.
  expect(user + system).toBeLessThan(4_000_000)
  return code
}

/** Either read, or refused as above: what chance made of a file may still be one. */
export async function expectNothingWorse(
  importer: Importer,
  bytes: Uint8Array,
  secrets: ImportSecrets = {},
  argon2?: DeriveForeign
): Promise<void> {
  const outcome = await importFile(importer, bytes, secrets, argon2).catch((error: unknown) => error)
  if (!(outcome instanceof Error)) return
  expect(outcome).toBeInstanceOf(VaultError)
  expect(outcome).not.toMatchObject({ code: 'INTERNAL' })
}

export function itemOf({ vault }: ReadImport, title: string): TransferItem {
  const found = vault.items.find((item) => item.title === title)
  if (found === undefined) throw new Error(`no item of the title ${title}`)
  return found
}

export function fieldOf(item: TransferItem, id: string): TransferField {
  const found = item.fields.find((field) => field.id === id)
  if (found === undefined) throw new Error(`no field ${id} among ${item.fields.map((field) => field.id).join(', ')}`)
  return found
}

/** Values by id, for a look at the whole. */
export function valuesOf(item: TransferItem): Readonly<Record<string, string>> {
  return Object.fromEntries(item.fields.map(({ id, value }) => [id, value]))
}
