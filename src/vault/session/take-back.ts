import { VaultError } from '../../core/errors.ts'
import { type Inverse, takeBack } from '../undo-inverse.ts'
import type { SessionContext } from './session-context.ts'

export type TakeBack = {
  /** Takes back the last merge or restore as one step; what was changed again since stays. BAD_REQUEST without one. */
  takeBackStep(): Promise<{ readonly items: number }>
}

/** The last big step, which can be taken back whole. `remember` is for those that make one. */
export function lastStep(context: SessionContext): TakeBack & { readonly remember: (inverse: Inverse) => void } {
  let step: Inverse | null = null
  return {
    remember(inverse) {
      step = inverse
    },
    async takeBackStep() {
      if (step === null) throw new VaultError('BAD_REQUEST')
      const items = [...new Set([...step.created, ...step.values.map(({ item }) => item)])]
      const present = items.filter((item) => context.opened().folded.has(item))
      await context.save(takeBack(step), present)
      step = null
      return { items: items.length }
    }
  }
}
