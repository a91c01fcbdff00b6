import type { LockReason } from '../shared/events.ts'

const TICK_MS = 1000
const NOTICE_SECONDS = 30
/** A gap this long between two ticks was a sleep of which the system did not tell us. */
const SLEPT_MS = 60_000

export type IdleState = { readonly idleSeconds: number; readonly limitMinutes: number; readonly noticed: boolean }
export type IdleDecision =
  | { readonly act: 'stay' }
  | { readonly act: 'notice'; readonly seconds: number }
  | { readonly act: 'lock' }

/** System-wide idleness against the user's limit; 0 minutes = never. The notice is given once for each idle spell. */
export function decideIdle({ idleSeconds, limitMinutes, noticed }: IdleState): IdleDecision {
  if (limitMinutes === 0) return { act: 'stay' }
  const left = limitMinutes * 60 - idleSeconds
  if (left <= 0) return { act: 'lock' }
  if (left <= NOTICE_SECONDS && !noticed) return { act: 'notice', seconds: left }
  return { act: 'stay' }
}

export type AutoLockParts = {
  readonly idleSeconds: () => number
  readonly limitMinutes: () => number
  readonly now: () => number
  readonly lock: (reason: LockReason) => void
  readonly notice: (seconds: number) => void
}
export type AutoLock = { start(): void; stop(): void; tick(): void }

/** Runs while a vault is open: `start` at unlock, `stop` at lock. */
export function createAutoLock({ idleSeconds, limitMinutes, now, lock, notice }: AutoLockParts): AutoLock {
  let timer: NodeJS.Timeout | null = null
  let noticed = false
  let lastTick = 0

  function tick(): void {
    const slept = now() - lastTick > SLEPT_MS
    lastTick = now()
    if (slept) return lock('suspend')
    const idle = idleSeconds()
    if (limitMinutes() * 60 - idle > NOTICE_SECONDS) noticed = false
    const decision = decideIdle({ idleSeconds: idle, limitMinutes: limitMinutes(), noticed })
    if (decision.act === 'lock') lock('idle')
    if (decision.act === 'notice') {
      noticed = true
      notice(decision.seconds)
    }
  }

  function stop(): void {
    if (timer !== null) clearInterval(timer)
    timer = null
  }

  return {
    start() {
      stop()
      noticed = false
      lastTick = now()
      timer = setInterval(tick, TICK_MS)
    },
    stop,
    tick
  }
}

type PowerEvents = { on(event: string, listener: () => void): unknown }

/** Reasons that do not wait for idleness. Windows and Linux report a user switch as a locked screen, macOS as resigning. */
export function lockOnPowerEvents(power: PowerEvents, lock: (reason: LockReason) => void): void {
  power.on('suspend', () => lock('suspend'))
  power.on('lock-screen', () => lock('screen'))
  power.on('user-did-resign-active', () => lock('screen'))
  power.on('shutdown', () => lock('quit'))
}
