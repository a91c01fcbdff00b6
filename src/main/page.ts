import type { BrowserWindow } from 'electron'
import * as v from 'valibot'
import { eventChannel } from '../shared/channels.ts'
import { type EventName, type EventPayload, events } from '../shared/events.ts'
import type { Log } from './log.ts'

/** The one window and its page, seen from what has something to tell it. */
export type Page = {
  window(): BrowserWindow | null
  show(window: BrowserWindow): void
  /** Events are told when they happen; a page that is not there misses them and asks `app.state` when it comes. */
  tell<Name extends EventName>(event: Name, payload: EventPayload<Name>): void
}

export function createPage(log: Log): Page {
  let shown: BrowserWindow | null = null
  const window = (): BrowserWindow | null => (shown === null || shown.isDestroyed() ? null : shown)
  return {
    window,
    show(next) {
      shown = next
    },
    tell(event, payload) {
      const parsed = v.safeParse(events[event], payload)
      if (!parsed.success) return log('session', { code: 'bad-event', event })
      window()?.webContents.send(eventChannel(event), parsed.output)
    }
  }
}
