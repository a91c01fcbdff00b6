import type { EventName } from './events.ts'

/** The only three names on which page and main talk; methods and events are told apart by the contract. */
export const CALL_CHANNEL = 'coffer:call'
export const DROP_CHANNEL = 'coffer:drop'
export const eventChannel = (event: EventName): string => `coffer:event:${event}`
