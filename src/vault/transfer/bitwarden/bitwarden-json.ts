import { VaultError } from '../../../core/errors.ts'
import { type ForeignJson, member, parseForeignJson } from '../foreign-json.ts'
import { foreignText, startOfText } from '../foreign-text.ts'
import type { Importer } from '../importer.ts'
import { openProtected } from './open-protected.ts'
import { readBitwarden } from './read-bitwarden.ts'

/** Bitwarden's JSON: in the clear, or under a password of its own (PBKDF2 or Argon2id). */
export const bitwardenJson: Importer = {
  format: 'bitwarden-json',
  recognises: ({ bytes }) => isBitwarden(startOfText(bytes)),
  async read({ bytes }, work) {
    const document = parseForeignJson(foreignText(bytes))
    const isEncrypted = member(document, 'encrypted') === true
    return readBitwarden(isEncrypted ? await opened(document, work) : document, work)
  }
}

/** Either begins with whether it is encrypted, or has what only Bitwarden calls so near its beginning. */
function isBitwarden(start: string): boolean {
  if (!start.trimStart().startsWith('{')) return false
  if (/"(encKeyValidation_DO_NOT_EDIT|passwordProtected)"\s*:/.test(start)) return true
  return (
    /"items"\s*:\s*\[/.test(start) && (/"encrypted"\s*:/.test(start) || /"(folders|collections)"\s*:\s*\[/.test(start))
  )
}

/** An export that only the account itself can read is refused with what to do instead. */
async function opened(document: ForeignJson, work: Parameters<Importer['read']>[1]): Promise<ForeignJson> {
  if (member(document, 'passwordProtected') !== true) throw new VaultError('IMPORT_REFUSED', { reason: 'accountBound' })
  return parseForeignJson(await openProtected(document, work))
}
