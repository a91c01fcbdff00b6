/** What is asked of Electron's `WebFrameMain`; its own type has far more. */
type Frame = { readonly url: string; readonly parent: unknown; readonly frameTreeNodeId: number }
type Contents = { readonly id: number; readonly mainFrame: { readonly frameTreeNodeId: number } }
export type Sender = { readonly sender: Contents; readonly senderFrame: Frame | null }

export const APP_SCHEME = 'app'
export const APP_HOST = 'bundle'
export const PAGE_URL = `${APP_SCHEME}://${APP_HOST}/index.html`
/** A page with nothing in it and, since its host is another, nothing in common with ours: no rights, no process. */
export const BLANK_URL = `${APP_SCHEME}://blank/`

/**
 * True for the top frame of our own window showing our own page. Scheme and host are compared by themselves: the
 * origin of a custom scheme is the string "null", which every other one has too. `senderFrame` is null once the frame
 * has gone: refused.
 */
export function isTrustedFrame({ sender, senderFrame }: Sender, window: Contents | null): boolean {
  if (window === null || senderFrame === null || sender.id !== window.id) return false
  if (senderFrame.parent !== null || senderFrame.frameTreeNodeId !== sender.mainFrame.frameTreeNodeId) return false
  return isAppUrl(senderFrame.url)
}

export function isAppUrl(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '' && url.password === ''
}

/** `data:` images are in the page's policy; the developer tools load themselves, and only an unpackaged app has them. */
export function mayLoad(url: string, isPackaged: boolean): boolean {
  if (isAppUrl(url) || url === BLANK_URL || url.startsWith('data:image/')) return true
  return !isPackaged && url.startsWith('devtools://')
}
