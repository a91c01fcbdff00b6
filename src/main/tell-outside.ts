import { Notification } from 'electron'

/** What was said last stays referenced until it is gone: the system may still show what nobody holds any more. */
let said: Notification | null = null

/**
 * Says something to somebody who does not look at the window, where the system can. It may be kept in a list that others
 * see, also on a locked screen: never anything of a vault.
 *
 * @returns whether the system takes such words.
 */
export function tellOutside(title: string, body: string): boolean {
  if (!Notification.isSupported()) return false
  said?.close()
  said = new Notification({ title, body, silent: true })
  said.once('close', () => {
    said = null
  })
  said.show()
  return true
}
