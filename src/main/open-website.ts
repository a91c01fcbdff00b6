const MAX_URL = 8192

/**
 * The one way to the browser. A saved address is whatever somebody once typed or imported: only https leaves (`file:`,
 * `javascript:` and `smb:` would run or leak things), names no user (`https://bank.example@evil.example`), and the user
 * sees the host as the browser will resolve it. A bare `example.com` is taken as https.
 */
export function parseWebsite(text: string): URL | null {
  const trimmed = text.trim()
  if (trimmed === '' || trimmed.length > MAX_URL) return null
  const withScheme =
    /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[^/:]+:\d+(\/|$)/.test(trimmed) ? trimmed : `https://${trimmed}`
  if (!URL.canParse(withScheme)) return null
  const url = new URL(withScheme)
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url : null
}

/** False when it is no https address, or the user said no. */
export async function openWebsite(
  text: string,
  confirm: (host: string) => Promise<boolean>,
  open: (url: string) => Promise<void>
): Promise<boolean> {
  const url = parseWebsite(text)
  if (url === null || !(await confirm(url.host))) return false
  await open(url.href)
  return true
}
