import { useMemo } from 'react'
import type { UndoneStep, UndoStep } from '../../../shared/undo-views.ts'
import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'
import { Said } from './said.tsx'
import type { Failure } from './use-failure.ts'

export type UndoHands = {
  undo(): void
  redo(): void
  /** Says what was just done and offers to take it back, for ten seconds. */
  offer(text: readonly [string, string]): void
  /** An editor was closed: what it saved is a step of its own, and is offered back. */
  closeStep(): void
  /** What was offered last is no longer the last step. */
  withdraw(): void
}

type Hands = { readonly fail: Failure; readonly changed: () => void; readonly show: (item: string) => void }

const OFFER = 'undo'
const OFFER_MS = 10_000

/** The steps themselves are in the vault process; here is only what is said about them. */
export function useUndo({ fail, changed, show }: Hands): UndoHands {
  const t = useTexts()
  const toast = useToast()
  return useMemo(() => {
    const say = (step: UndoneStep | null, way: 'undo' | 'redo') => {
      if (step === null) return toast.show({ id: OFFER, text: t.undo.nothing[way] })
      changed()
      if (step.shows !== null) show(step.shows)
      const words = { undo: t.undo.undone, redo: t.undo.redone }[way]
      const text = words(step.title || t.shell.untitled, step.items, t.undo.what[step.of])
      const back = way === 'undo' ? { label: t.undo.redo, run: redo } : { label: t.shell.undo, run: undo }
      toast.show({ id: OFFER, text: <Said parts={text} />, lasts: OFFER_MS, action: back })
    }
    const undo = () => void call('undo.undo', undefined).then((step) => say(step, 'undo'), fail)
    const redo = () => void call('undo.redo', undefined).then((step) => say(step, 'redo'), fail)
    const offer = (text: readonly [string, string]) =>
      toast.show({
        id: OFFER,
        text: <Said parts={text} />,
        lasts: OFFER_MS,
        action: { label: t.shell.undo, run: undo }
      })
    return {
      undo,
      redo,
      offer,
      closeStep: () => {
        const said = (step: UndoStep | null) =>
          step !== null && offer(t.undo.edited(step.title || t.shell.untitled, step.of === 'create'))
        // A vault that was locked meanwhile has no steps to offer.
        void call('undo.settle', undefined).then(said, () => {})
      },
      withdraw: () => toast.dismiss(OFFER)
    }
  }, [t, toast, fail, changed, show])
}
