import * as v from 'valibot'
import { jobName } from './job-name.ts'
import { chosenFile, unsavedView } from './vault-views.ts'

export const lockReason = v.picklist(['asked', 'idle', 'suspend', 'screen', 'quit', 'ended'])
export type LockReason = v.InferOutput<typeof lockReason>

/** What main tells the page unasked. No event carries a secret, a title or a value. */
export const events = {
  'session.locked': v.strictObject({ reason: lockReason }),
  /** A notice shortly before the lock, so that one can stay. */
  'session.lockSoon': v.strictObject({ seconds: v.number() }),
  /** The vault holds something that was not asked for here: another program's changes, a merge, a late save. */
  'vault.changed': v.strictObject({ items: v.number(), by: v.picklist(['file', 'save', 'work']) }),
  /** There are more entries in the access journal. */
  'journal.changed': v.strictObject({}),
  /** What the disk has not taken; it is kept until it does. */
  'vault.unsaved': unsavedView,
  /** What stands in the way of the vault file: a code, or null once all is well again. */
  'vault.fileTrouble': v.strictObject({ code: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z_]{1,64}$/))) }),
  /** Search over notes and open fields has joined in, and every frame has been verified. */
  'vault.verified': v.strictObject({ frames: v.number() }),
  /** The verification after unlocking met a frame that does not authenticate. */
  'vault.damageFound': v.strictObject({ offset: v.number() }),
  /** A vault file was handed to the running app (opened from the file manager); main has checked that it is one. */
  'vault.offered': v.strictObject({ file: chosenFile }),
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
      'openCopy',
      'timeMachine',
      'palette',
      'lock',
      'settings',
      'keys',
      'undo',
      'redo',
      'import',
      'export',
      'share'
    ])
  })
} as const

export type EventName = keyof typeof events
export type EventPayload<Name extends EventName> = v.InferOutput<(typeof events)[Name]>
export type MenuCommand = EventPayload<'menu.command'>['command']
