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
  /** Nothing is typed: what is still to come is not told any more. */
  clear(): void
}

const REST_MS = 100
/** So long what was told before may stand, so that a meter does not go up and down with each key. */
const STAND_MS = 200
/** Longer than anything that is typed; the door takes no more. */
const LONGEST = 4096

export function createAsker(port: StrengthPort, tell: (told: Told | null) => void): Asker {
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let stands = false

  function say(mine: number, told: Told | null): void {
    if (mine !== turn) return
    stands = told !== null
    tell(told)
  }

  async function find(mine: number, { password, beside }: Typed): Promise<void> {
    const judging = port.judge({ password, beside }).catch(() => null)
    const quick = { bits: await port.estimate(password), reason: null }
    const late = setTimeout(() => say(mine, quick), stands ? STAND_MS : 0)
    const judged = await judging
    clearTimeout(late)
    say(mine, judged === null ? quick : { bits: Math.min(quick.bits, judged.bits), reason: judged.reason })
  }

  function next(): number {
    clearTimeout(timer)
    return ++turn
  }

  return {
    ask(read) {
      const mine = next()
      timer = setTimeout(() => {
        const typed = read()
        if (typed.password === '' || typed.password.length > LONGEST) say(mine, null)
        else void find(mine, typed).catch(() => say(mine, null))
      }, REST_MS)
    },
    clear: () => say(next(), null)
  }
}
