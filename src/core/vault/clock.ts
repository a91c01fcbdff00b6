import { type Stamp, stampDevice } from './stamp.ts'

/** A vault's clock: for each device id, the greatest stamp seen. Without a prototype, so that no name is special. */
export type Clock = Readonly<Record<string, Stamp>>

export function emptyClock(): Clock {
  return Object.create(null) as Clock
}

export function toClock(components: Iterable<readonly [device: string, stamp: Stamp]>): Clock {
  return withoutPrototype(emptyClock(), components)
}

/** The clock after a change with this stamp; the same object when it teaches nothing. */
export function advance(clock: Clock, stamp: Stamp): Clock {
  const device = stampDevice(stamp)
  const known = clock[device]
  return known !== undefined && known >= stamp ? clock : withoutPrototype(clock, [[device, stamp]])
}

/** Whether `clock` lacks something that `other` has seen: an older file, or one that another device went past. */
export function isBehind(clock: Clock, other: Clock): boolean {
  return Object.entries(other).some(([device, stamp]) => {
    const known = clock[device]
    return known === undefined || known < stamp
  })
}

/** The greater stamp of each device. */
export function mergeClocks(a: Clock, b: Clock): Clock {
  const raised = Object.entries(b).filter(([device, stamp]) => {
    const known = a[device]
    return known === undefined || known < stamp
  })
  return withoutPrototype(a, raised)
}

/** The greatest stamp of any device, or null in an empty vault. */
export function greatestStamp(clock: Clock): Stamp | null {
  return Object.values(clock).reduce<Stamp | null>(
    (most, stamp) => (most === null || stamp > most ? stamp : most),
    null
  )
}

function withoutPrototype(clock: Clock, changes: Iterable<readonly [string, Stamp]>): Clock {
  const next: Record<string, Stamp> = Object.assign(Object.create(null) as Record<string, Stamp>, clock)
  for (const [device, stamp] of changes) next[device] = stamp
  return next
}
