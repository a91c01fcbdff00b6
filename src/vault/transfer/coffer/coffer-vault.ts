import { checkKdf } from '../../../core/crypto/kdf-params.ts'
import { SecretBytes } from '../../../core/crypto/secret-bytes.ts'
import { VaultError, type VaultErrorCode } from '../../../core/errors.ts'
import { createDeviceKeyRing } from '../../keys/device-keys.ts'
import { type Credential, type KeySources, unlockHead } from '../../keys/unlock-head.ts'
import { loadVault, type OpenedVault } from '../../opened-vault.ts'
import { readHead } from '../../storage/read-head.ts'
import { type Gathered, gatherItems } from '../gather.ts'
import type { Importer, ImportWork } from '../importer.ts'
import type { ReceiptBook } from '../receipt.ts'
import type { TransferItem, TransferVault } from '../transfer-vault.ts'
import { fileInMemory } from './file-in-memory.ts'

const MAGIC = [0x43, 0x4f, 0x46, 0x46, 0x45, 0x52, 0]
const NAME = 'vault'

/** Another vault, or a backup of one: its items come in like any other program's, under keys of this vault. */
export const cofferVault: Importer = {
  format: 'coffer',
  recognises: ({ bytes }) => MAGIC.every((byte, index) => bytes[index] === byte),
  async read({ bytes }, work) {
    try {
      return await readVault(bytes, work)
    } catch (error) {
      throw error instanceof VaultError ? asImport(error) : error
    }
  }
}

async function readVault(bytes: Uint8Array, work: ImportWork): Promise<TransferVault> {
  const fs = fileInMemory(bytes)
  const head = await readHead(fs, NAME)
  const { password } = work.secrets
  if (password === undefined) throw new VaultError('IMPORT_NEEDS_PASSWORD')
  const keys = await unlockHead(head, credentialOf(password), keySources(work))
  const opened = await loadVault(fs, NAME, { head, keys }, 'read')
  try {
    return await itemsOf(opened, work)
  } finally {
    await opened.close()
  }
}

async function itemsOf(opened: OpenedVault, { book, signal, report }: ImportWork): Promise<TransferVault> {
  const items: TransferItem[] = []
  for await (const gathered of gatherItems(opened, { job: { signal, report } })) {
    note(gathered, book)
    items.push(gathered.item)
  }
  return { items }
}

/** Everything has its place here; an attachment that is damaged there has nothing that could come in. */
function note({ item, damaged }: Gathered, book: ReceiptBook): void {
  const { title, tags, favorite, createdAt, trashedAt, fields, attachments } = item
  const heads = [title !== '', favorite, createdAt !== null, trashedAt !== null].filter(Boolean).length
  const filled = fields.filter(({ value }) => value !== '').length
  const older = fields.reduce((sum, { history }) => sum + history.length, 0)
  const whole = heads + tags.length + filled + older + attachments.length
  book.found(1, whole + damaged.length)
  book.imported(whole)
  for (const name of damaged) book.refused(title, name, 'missingFile')
}

/** The recovery phrase opens it as well: 24 words are no password that anybody would choose. */
function credentialOf(typed: string): Credential {
  return typed.trim().split(/\s+/).length >= 24 ? { recoveryPhrase: typed } : { masterPassword: typed }
}

/** Argon2id as for any foreign file, within the bounds of our own format. A device key stays with its computer. */
function keySources({ argon2, signal }: ImportWork): KeySources {
  return {
    async deriveKey(password, params) {
      checkKdf(params)
      return SecretBytes.own(await argon2(password.bytes, { ...params, variant: 'id', version: 0x13 }, signal))
    },
    deviceKeys: createDeviceKeyRing()
  }
}

const REFUSALS: Partial<Record<VaultErrorCode, string>> = {
  VAULT_TOO_NEW: 'tooNew',
  KDF_REFUSED: 'kdf',
  DEVICE_KEY_NEEDED: 'deviceKey'
}
const WRONG: ReadonlySet<VaultErrorCode> = new Set(['WRONG_PASSWORD', 'WRONG_RECOVERY_PHRASE', 'BAD_RECOVERY_PHRASE'])
const OWN: ReadonlySet<VaultErrorCode> = new Set(['IMPORT_NEEDS_PASSWORD', 'IMPORT_REFUSED', 'CANCELLED', 'INTERNAL'])

/** What is wrong with that vault must not be said as if it were this one. */
function asImport(error: VaultError): VaultError {
  const { code, detail } = error
  if (OWN.has(code)) return error
  if (WRONG.has(code)) return new VaultError('WRONG_PASSWORD')
  const reason = REFUSALS[code]
  if (reason !== undefined) return new VaultError('IMPORT_REFUSED', { reason })
  const place = 'offset' in detail ? `byte ${detail['offset'] ?? 0}` : 'header'
  return new VaultError('IMPORT_DAMAGED', { place })
}
