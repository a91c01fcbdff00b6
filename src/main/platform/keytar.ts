import type { KeychainApi } from './keychain.ts'

/** The only import of keytar. Optional: its native part may be missing, or link against a library that this system has not. */
export async function loadKeytar(): Promise<KeychainApi> {
  const module: { readonly default: KeychainApi } = await import('keytar')
  return module.default
}
