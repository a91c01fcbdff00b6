import * as v from 'valibot'
import type { EventName, EventPayload } from '../shared/events.ts'
import { events } from '../shared/events.ts'
import { internalEvents, type KeptMark } from '../shared/freshness-mark.ts'
import type { Log } from './log.ts'

type Tell = <Name extends EventName>(event: Name, payload: EventPayload<Name>) => void

/** What the vault process may tell the page. It reads hostile files, so it does not get to say that it has locked. */
const FROM_VAULT = [
  'vault.changed',
  'journal.changed',
  'vault.unsaved',
  'vault.fileTrouble',
  'vault.verified',
  'vault.damageFound',
  'job.progress'
] as const satisfies readonly EventName[]

export function handOnVaultEvents(
  tell: Tell,
  log: Log,
  keepMark: (kept: KeptMark) => void
): (event: string, payload: unknown) => void {
  return (event, payload) => {
    const mark = event === 'mark.written' ? v.safeParse(internalEvents[event], payload) : null
    if (mark?.success === true) return keepMark(mark.output)
    const name = FROM_VAULT.find((known) => known === event)
    const parsed = name === undefined ? null : v.safeParse(events[name], payload)
    if (name === undefined || parsed === null || !parsed.success) return log('vault', { code: 'bad-event' })
    tell(name, parsed.output)
  }
}
