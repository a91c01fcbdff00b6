import type { VaultError } from '../core/errors.ts'

type Detail = VaultError['detail']

export const WRONG_FILE_PASSWORD = 'That password does not open the file that is to be imported.'

/** `place` is a row, or the name of a part of the file. */
export const damagedImport = ({ place }: Detail): string =>
  `This file is damaged or incomplete${place === undefined ? '' : ` (${place})`}; nothing was imported.`

const REASONS: Readonly<Record<string, string>> = {
  accountBound:
    'This export can only be read by the Bitwarden account that made it: export again as "password protected", or as JSON',
  tooNew: 'This file was written by a newer version of Coffer',
  unknownContent: 'What is inside this age file is nothing that Coffer can import',
  kdf: 'The key derivation numbers in this file are outside the bounds that Coffer accepts',
  deviceKey: 'That vault also needs a device key; its recovery phrase opens it without',
  size: 'This file is larger than Coffer accepts of another program',
  time: 'This file takes longer to read than any export of another program',
  version: 'This file is of a newer version of its format than Coffer knows',
  cipher: 'This file is encrypted in a way that Coffer does not read',
  encryptedZip: 'This archive is encrypted in a way that Coffer does not read: unpack it first',
  doctype: 'This file defines a document type of its own, which no export does',
  keyFile: 'That key file contradicts itself: it is damaged, or none',
  noGpg: 'A password store is opened by GnuPG, which is not installed on this computer',
  noKey: 'GnuPG has no key on this computer that opens this password store'
}

export function refusedImport({ reason = '' }: Detail): string {
  const known = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined
  const bound = `This file asks for more than Coffer allows a foreign file${reason === '' ? '' : ` (${reason})`}`
  return `${known ?? bound}; nothing was imported.`
}
