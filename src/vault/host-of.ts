/** The host of an address as people write it, without `www.`; null where there is none. */
export function hostOf(address: string): string | null {
  const text = address.trim()
  try {
    const { hostname } = new URL(
      /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : `https://${text}`
    )
    return hostname === '' || hostname.includes(' ') ? null : hostname.replace(/^www\./, '')
  } catch {
    return null
  }
}
