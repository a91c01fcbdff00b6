import { VaultError } from '../../../core/errors.ts'
import type { Importer, ImportWork } from '../importer.ts'
import { createPace } from '../pace.ts'
import type { TransferItem } from '../transfer-vault.ts'
import { readTar, type TarFile, tarNames } from '../untar.ts'
import { passEntry } from './pass-entry.ts'
import { type Decrypted, type DecryptGpg, decryptWithGpg, type GpgWork } from './run-gpg.ts'

const SEALED = /\.gpg$/
/** Each is a process of its own; its agent answers one at a time anyway. */
const AT_ONCE = 4
/** Of a shared store, some entries are not for everybody. */
const TRIES = 3

/** A store of `pass` or `gopass`: the folder, or a tar of it. GnuPG itself opens the entries. */
export function passImporter(decrypt: DecryptGpg = decryptWithGpg): Importer {
  return {
    format: 'pass',
    recognises: ({ bytes }) =>
      tarNames(bytes).some((name) => SEALED.test(name) || name.endsWith('.gpg-id')) || isPacked(bytes),
    async read({ bytes }, work) {
      const files = readTar(bytes).filter(({ name }) => !isHidden(name))
      const sealed = files.filter(({ name }) => SEALED.test(name))
      for (const { name } of files.filter((file) => !SEALED.test(file.name))) refuse(work, name)
      return { items: await openAll(sealed, decrypt, work) }
    }
  }
}

/** Packed here, with long names: the first entry of each pair does not tell. */
function isPacked(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1 << 20))
  return tarNames(bytes).length > 0 && (start.includes('.gpg\u0000') || start.includes('.gpg-id\u0000'))
}

/** The repository that it may be, its recipients, and what begins with a dot altogether. */
const isHidden = (name: string): boolean => name.split('/').some((part) => part.startsWith('.') && part !== '.')

async function openAll(
  files: readonly TarFile[],
  decrypt: DecryptGpg,
  work: ImportWork
): Promise<readonly TransferItem[]> {
  const pace = createPace(work)
  const gpg = { password: work.secrets.password, signal: work.signal }
  const items: TransferItem[] = []
  const opened = await openFirst(files, decrypt, gpg)
  for (let at = opened.length; at < files.length; at += AT_ONCE) {
    const some = files.slice(at, at + AT_ONCE)
    opened.push(...(await Promise.all(some.map(async ({ bytes }) => decrypt(bytes, gpg)))))
    await pace(at, files.length)
  }
  for (const [index, { name }] of files.entries()) {
    const entry = opened[index]
    const path = name.replace(SEALED, '').replace(/^\.\//, '')
    if (entry !== undefined && 'text' in entry) items.push(passEntry(path, entry.text, work.book))
    else refuse(work, path)
  }
  if (items.length === 0 && files.length > 0) throw new VaultError('IMPORT_REFUSED', { reason: 'noKey' })
  return items
}

/**
 * One by one until one opens, so that a passphrase is asked for once. When none of the first does and a key of ours was
 * among those that could: IMPORT_NEEDS_PASSWORD, WRONG_PASSWORD.
 */
async function openFirst(files: readonly TarFile[], decrypt: DecryptGpg, gpg: GpgWork): Promise<Decrypted[]> {
  const opened: Decrypted[] = []
  for (const { bytes } of files.slice(0, TRIES)) {
    const entry = await decrypt(bytes, gpg)
    opened.push(entry)
    if ('text' in entry) return opened
  }
  const isLocked = opened.some((entry) => 'failed' in entry && entry.failed === 'wrongPassword')
  if (isLocked) throw new VaultError(gpg.password === undefined ? 'IMPORT_NEEDS_PASSWORD' : 'WRONG_PASSWORD')
  return opened
}

/** Sealed for somebody else, damaged, or no entry at all. */
function refuse({ book }: ImportWork, name: string): void {
  book.found(1, 1)
  book.refused(name.slice(0, 900), '', 'unreadable')
}
