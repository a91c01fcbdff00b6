export const VAULT_EXTENSION = '.coffer'
const MAX_NAME = 80

/** A vault's name as a proposal for its file: nothing that a file system reads as a path or refuses (Windows above all). */
export const fileNameFor = (name: string, otherwise: string): string =>
  withExtension(plainName(name).slice(0, MAX_NAME).replace(EDGES, '') || otherwise)

/** The same for any file: a name from the vault may have been made to hide its real ending, or to leave its folder. */
export const safeFileName = (name: string, otherwise: string): string => plainName(name).replace(EDGES, '') || otherwise

const EDGES = /^[. ]+|[. ]+$/g

const plainName = (name: string): string =>
  name
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

export function withExtension(path: string): string {
  return path.toLowerCase().endsWith(VAULT_EXTENSION) ? path : path + VAULT_EXTENSION
}

/** `Work.coffer` → `Work`, `/a/Work.coffer` → `Work`. */
export function vaultNameOf(fileName: string): string {
  return fileName.replace(/^.*[/\\]/, '').replace(/\.coffer$/i, '')
}
