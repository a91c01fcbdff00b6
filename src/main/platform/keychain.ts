import { VaultError } from '../../core/errors.ts'

/**
 * The system's keychain. Service, account and label are shown in the
 * clear by every keychain viewer: nothing secret stands in them.
 *
 * Three answers to a lookup, never two: a keychain that is locked, dead or out of reach says nothing about what is in it,
 * and must never be taken for an empty one.
 */
export type Lookup = { readonly found: string } | { readonly absent: true } | { readonly error: KeychainError }
export type KeychainError = 'KEYCHAIN_UNAVAILABLE' | 'KEYCHAIN_LOCKED'

export type Keychain = {
  lookUp(service: string, account: string): Promise<Lookup>
  /** What a look finds that tries nothing and asks nobody; null for absent, locked and out of reach alike. */
  glance(service: string, account: string): Promise<string | null>
  /** Resolves when the value can be read back. KEYCHAIN_UNAVAILABLE, KEYCHAIN_LOCKED. */
  keep(service: string, account: string, value: string): Promise<void>
  /** Nothing to remove is fine. KEYCHAIN_UNAVAILABLE, KEYCHAIN_LOCKED. */
  remove(service: string, account: string): Promise<void>
  /** Whether a value can be kept, read back and removed now. KEYCHAIN_UNAVAILABLE, KEYCHAIN_LOCKED. */
  probe(): Promise<void>
  /** Ends what still hangs; the next question begins anew. Sync, for the end of the app. */
  rest(): void
}

/** What is used of keytar. */
export type KeychainApi = {
  getPassword(service: string, account: string): Promise<string | null>
  setPassword(service: string, account: string, password: string): Promise<void>
  deletePassword(service: string, account: string): Promise<boolean>
}

/** Where the answers come from. */
export type KeychainSource = {
  /** Asked at every call: a system may get its keychain while the app runs. */
  open(): Promise<KeychainApi>
  /** Ends whatever is still under way; its calls fail. */
  giveUp(): void
}

/** Long enough for a person to type the password into the keychain's own prompt. */
export const PATIENCE_MS = 60_000
const PROBE = { service: 'Coffer test', account: 'probe' } as const

export function createKeychain(source: KeychainSource, patience = PATIENCE_MS): Keychain {
  async function ask<Value>(question: (api: KeychainApi) => Promise<Value>): Promise<Value> {
    const timeout = timer(patience)
    try {
      return await Promise.race([source.open().then(question), timeout.reached])
    } catch (error) {
      if (timeout.isReached()) source.giveUp()
      throw new VaultError(error instanceof VaultError ? error.code : codeOf(error))
    } finally {
      timeout.stop()
    }
  }

  const read = (service: string, account: string) => ask((api) => api.getPassword(service, account))

  async function lookUp(service: string, account: string): Promise<Lookup> {
    try {
      const found = await read(service, account)
      if (found !== null) return { found }
      // A locked keyring says "nothing" too. One that takes a value and gives it back is open; then it is asked again,
      // since a person may just have opened it for that.
      await probe()
      const still = await read(service, account)
      return still === null ? { absent: true } : { found: still }
    } catch (error) {
      return { error: error instanceof VaultError ? asKeychainError(error) : 'KEYCHAIN_UNAVAILABLE' }
    }
  }

  async function keep(service: string, account: string, value: string): Promise<void> {
    await ask((api) => api.setPassword(service, account, value))
    // A keychain that forgets, or is another one by now, must be noticed before the vault relies on it.
    const kept = await read(service, account)
    if (kept !== value) throw new VaultError('KEYCHAIN_UNAVAILABLE')
  }

  const remove = async (service: string, account: string): Promise<void> => {
    await ask((api) => api.deletePassword(service, account))
  }

  async function probe(): Promise<void> {
    await keep(PROBE.service, PROBE.account, String(Date.now()))
    await remove(PROBE.service, PROBE.account)
  }

  const glance = (service: string, account: string) => read(service, account).catch(() => null)

  return { lookUp, glance, keep, remove, probe, rest: source.giveUp }
}

const asKeychainError = ({ code }: VaultError): KeychainError =>
  code === 'KEYCHAIN_LOCKED' ? 'KEYCHAIN_LOCKED' : 'KEYCHAIN_UNAVAILABLE'

/** libsecret and the macOS keychain say only by their words that they are locked, or that the person dismissed the prompt. */
function codeOf(error: unknown): KeychainError {
  const words = error instanceof Error ? error.message : ''
  return /locked|dismissed|cancel|interaction is not allowed/i.test(words) ? 'KEYCHAIN_LOCKED' : 'KEYCHAIN_UNAVAILABLE'
}

/** No bus answers at once, a bus without a keychain only after its own long timeout, a dead daemon never. */
function timer(milliseconds: number) {
  let reached = false
  let handle: NodeJS.Timeout | undefined
  const promise = new Promise<never>((_, reject) => {
    handle = setTimeout(() => {
      reached = true
      reject(new VaultError('KEYCHAIN_UNAVAILABLE'))
    }, milliseconds)
  })
  promise.catch(() => {})
  return { reached: promise, isReached: () => reached, stop: () => clearTimeout(handle) }
}
