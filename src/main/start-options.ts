import { isAbsolute, resolve } from 'node:path'
import { VAULT_EXTENSION } from './file-names.ts'

const TEST_KDF = '--coffer-test-kdf'
/** The least that a reader accepts: 64 MiB, 3 passes, 1 lane. */
const LEAST_KDF = '--kdf=65536,3,1'

/**
 * Arguments for the vault process. `--coffer-test-kdf` makes new vaults cheap to open, for test runs of an unpackaged
 * app; a packaged one refuses to start with it, so that no shortcut can weaken a real vault.
 */
export function vaultArguments(appFolder: string, argv: readonly string[], isPackaged: boolean): readonly string[] {
  const cheap = !isPackaged && argv.includes(TEST_KDF)
  return [`--app-folder=${appFolder}`, ...(cheap ? [LEAST_KDF] : [])]
}

/**
 * The vault file that a command line names (opened from a file manager, or by a second instance), or null. What another
 * process passes is hostile input: only the name of a vault file is taken out of it, and nothing is done with it but offer it.
 */
export function offeredPath(argv: readonly string[], folder: string): string | null {
  const named = argv
    .slice(1)
    .find((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith(VAULT_EXTENSION))
  if (named === undefined || named.includes('\0')) return null
  return isAbsolute(named) ? named : resolve(folder, named)
}
