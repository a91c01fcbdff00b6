export const VAULT_EXTENSION = '.coffer'
const MAX_NAME = 80

/** A vault's name as a proposal for its file: nothing that a file system reads as a path or refuses (Windows above all). */
export function fileNameFor(name: string, otherwise: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_NAME)
    .replace(/^[. ]+|[. ]+$/g, '')
  return withExtension(plain === '' ? otherwise : plain)
}

export function withExtension(path: string): string {
  return path.toLowerCase().endsWith(VAULT_EXTENSION) ? path : path + VAULT_EXTENSION
}

/** `Work.coffer` → `Work`, `/a/Work.coffer` → `Work`. */
export function vaultNameOf(fileName: string): string {
  return fileName.replace(/^.*[/\\]/, '').replace(/\.coffer$/i, '')
}
