import { VaultError } from '../../../core/errors.ts'
import { checkForeignArgon2 } from '../../kdf/foreign-argon2.ts'
import type { Importer, ImportSecrets, ImportSource, ImportWork } from '../importer.ts'
import { createPace } from '../pace.ts'
import type { TransferVault } from '../transfer-vault.ts'
import { documentItems } from './document-items.ts'
import { looksLikeKdbx, readKdbxHeader } from './kdbx-header.ts'
import { checkHeaderSum, openPayload } from './kdbx-payload.ts'
import { readKeePassXml } from './read-keepass-xml.ts'
import { checkRounds, compositeKey, sha256, transformKey } from './transform-key.ts'

/**
 * KDBX 3 and 4. The file is opened by our own code and not by a library: what a bomb unfolds to is bounded, nothing is
 * built from it but the entries, and others get their turn meanwhile.
 */
export const kdbxImporter: Importer = {
  format: 'kdbx',
  recognises: ({ bytes }) => looksLikeKdbx(bytes),
  read: readKdbx
}

async function readKdbx({ bytes }: ImportSource, work: ImportWork): Promise<TransferVault> {
  const { secrets, argon2, signal, book } = work
  const header = readKdbxHeader(bytes)
  if (header.kdf.kind === 'aes') checkRounds(header.kdf.rounds)
  else checkForeignArgon2(header.kdf.params)
  const sealed = bytes.subarray(header.bytes.length)
  checkHeaderSum(header, sealed)
  using composite = compositeKey(secrets)
  using transformed = await transformKey(composite, header.kdf, { argon2, signal })
  const { xml, stream, binaries } = await openPayload(header, sealed, transformed).catch((error: unknown) => {
    throw withoutPassword(error, secrets)
  })
  const pace = createPace(work)
  const document = await readKeePassXml(xml, stream, pace)
  checkHeaderHash(document.meta.get('HeaderHash'), header.bytes)
  const binaryOf = (ref: string): Uint8Array | undefined =>
    header.major === 4 ? binaries[Number(ref)] : document.binaries.get(ref)
  return await documentItems(document, { binaryOf, book, pace })
}

/** A key file that does not open it alone may be half of what does. */
function withoutPassword(error: unknown, { password }: ImportSecrets): unknown {
  const isWrong = error instanceof VaultError && error.code === 'WRONG_PASSWORD'
  return isWrong && password === undefined ? new VaultError('IMPORT_NEEDS_PASSWORD') : error
}

/** KDBX 3 repeats the hash of its header inside, where it is authenticated. */
function checkHeaderHash(hash: string | undefined, header: Uint8Array): void {
  if (hash !== undefined && hash !== '' && hash !== Buffer.from(sha256(header)).toString('base64'))
    throw new VaultError('IMPORT_DAMAGED', { place: 'header' })
}
