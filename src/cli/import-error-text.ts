import type { VaultError } from '../core/errors.ts'

type Detail = VaultError['detail']

export const WRONG_FILE_PASSWORD = 'That password does not open the file that is to be imported.'

/** `place` is a row, or the name of a part of the file. */
export const damagedImport = ({ place }: Detail): string =>
  `This file is damaged or incomplete${place === undefined ? '' : ` (${place})`}; nothing was imported.`

const REASONS: Readonly<Record<string, string>> = {
  accountBound:
    'This export can only be read by the Bitwarden account that made it: export again as "password protected", or as JSON.',
  tooNew: 'This file was written by a newer version of Coffer.',
  unknownContent: 'What is inside this age file is nothing that Coffer can import.',
  kdf: 'The key derivation numbers in this file are outside the bounds that Coffer accepts.',
  size: 'This file is larger than Coffer accepts of another program.',
  time: 'This file takes longer to read than any export of another program.'
}

export function refusedImport({ reason = '' }: Detail): string {
  const known = Object.hasOwn(REASONS, reason) ? REASONS[reason] : undefined
  const bound = `This file asks for more than Coffer allows a foreign file${reason === '' ? '' : ` (${reason})`}.`
  return `${known ?? bound} Nothing was imported.`
}
