/**
 * Every request that the app can ever make. Main makes none that is not built from this list, and the About page is
 * drawn from it, so that the two cannot differ.
 */
export const REQUESTS = {
  /** k-anonymity: the answer holds every hash that begins with these five digits. The rest of the hash stays here. */
  breachRange: {
    method: 'GET',
    url: 'https://api.pwnedpasswords.com/range/',
    /** With padding the length of the answer tells nobody on the way which range it is. */
    headers: { 'Add-Padding': 'true', 'User-Agent': 'Coffer' }
  }
} as const

/** How the address is shown: the last five stand for the digits. */
export const SHOWN_PREFIX = 'ABCDE'
