import * as v from 'valibot'
import { jobName } from './contract.ts'

/** What main tells the page unasked. No event carries a secret, a title or a value. */
export const events = {
  'session.locked': v.strictObject({
    reason: v.picklist(['asked', 'idle', 'suspend', 'screen', 'quit', 'ended'])
  }),
  /** A notice shortly before the lock, so that one can stay. */
  'session.lockSoon': v.strictObject({ seconds: v.number() }),
  'vault.changed': v.strictObject({ items: v.number() }),
  /** Search over notes and open fields has joined in, and every frame has been verified. */
  'vault.verified': v.strictObject({ frames: v.number() }),
  'clipboard.cleared': v.strictObject({ reason: v.picklist(['time', 'asked', 'lock', 'replaced']) }),
  'job.progress': v.strictObject({ job: jobName, done: v.number(), total: v.number() }),
  'menu.command': v.strictObject({
    command: v.picklist([
      'search',
      'new',
      'edit',
      'save',
      'duplicate',
      'trash',
      'copyUsername',
      'copyPassword',
      'copyCode',
      'copyUrl',
      'openUrl',
      'generator',
      'reroll',
      'palette',
      'lock',
      'settings',
      'keys',
      'undo',
      'redo'
    ])
  })
} as const

export type EventName = keyof typeof events
export type EventPayload<Name extends EventName> = v.InferOutput<(typeof events)[Name]>
export type MenuCommand = EventPayload<'menu.command'>['command']
