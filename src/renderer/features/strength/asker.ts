import type { Judged, WeakReason } from '../../../shared/strength-views.ts'

/** What is shown of a typed password: bits that no estimate exceeds, and once it is known why they are so few. */
export type Told = { readonly bits: number; readonly reason: WeakReason | null }

/** A password as it is typed, and what stands beside it: a title, a user name, an address, the name of a vault. */
export type Typed = { readonly password: string; readonly beside: readonly string[] }

/** What is asked of the vault process. */
export type StrengthPort = {
  /** At once. */
  estimate(password: string): Promise<number>
  /** When it is done; null when it will not be. */
  judge(typed: Typed): Promise<Judged | null>
}

export type Asker = {
  /** Once the keys rest for a moment. Nothing of what is read then outlives its answer. */
  ask(read: () => Typed): void
  /** The keys rest for good: settles once what was typed last is judged, and soon in any case. */
  settled(): Promise<void>
  /** Nothing is typed: what is still to come is not told any more. */
  clear(): void
}

const REST_MS = 100
/** So long what was told before may stand, so that a meter does not go up and down with each key. */
const STAND_MS = 200
/** So long at most is waited for an answer that should come before what is typed is saved. */
const PATIENCE_MS = 150
/** Longer than anything that is typed; the door takes no more. */
const LONGEST = 4096

export function createAsker(port: StrengthPort, tell: (told: Told | null) => void): Asker {
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let stands = false
  let begin: (() => void) | null = null
  let finding: Promise<void> = Promise.resolve()

  function say(mine: number, told: Told | null): void {
    if (mine !== turn) return
    stands = told !== null
    tell(told)
  }

  async function find(mine: number, { password, beside }: Typed): Promise<void> {
    if (password === '' || password.length > LONGEST) return say(mine, null)
    const judging = port.judge({ password, beside }).catch(() => null)
    const quick = { bits: await port.estimate(password), reason: null }
    const late = setTimeout(() => say(mine, quick), stands ? STAND_MS : 0)
    const judged = await judging
    clearTimeout(late)
    say(mine, judged === null ? quick : { bits: Math.min(quick.bits, judged.bits), reason: judged.reason })
  }

  function next(): number {
    clearTimeout(timer)
    begin = null
    return ++turn
  }

  return {
    ask(read) {
      const mine = next()
      begin = () => {
        begin = null
        finding = find(mine, read()).catch(() => say(mine, null))
      }
      timer = setTimeout(() => begin?.(), REST_MS)
    },
    async settled() {
      clearTimeout(timer)
      begin?.()
      await Promise.race([finding, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
    },
    clear: () => say(next(), null)
  }
}
