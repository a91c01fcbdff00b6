import type { Restored } from '../../../shared/time-views.ts'
import { call } from '../../api.ts'
import { useTask } from '../../session/use-task.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'
import { useFailure } from '../shell/use-failure.ts'
import type { TimeMachine } from './use-time-machine.ts'

const UNDO_MS = 20_000

export type Restore = {
  readonly busy: boolean
  field(item: string, field: string, title: string): void
  item(item: string, title: string): void
  everything(): Promise<void>
}

/** Gives back a field, an item or everything; each can be taken back as one step. */
export function useRestore({ show, compareAgain }: Pick<TimeMachine, 'show' | 'compareAgain'>): Restore {
  const t = useTexts()
  const toast = useToast()
  const fail = useFailure()
  const takeBack = () => {
    call('merge.takeBack', undefined).then(() => {
      toast.show({ id: 'restored', text: t.timeMachine.takenBack })
      compareAgain()
    }, fail)
  }
  const done = (restored: Restored, text: string) => {
    show(restored)
    toast.show({
      id: 'restored',
      text,
      lasts: UNDO_MS,
      action: { label: t.timeMachine.undo, run: takeBack }
    })
  }
  const task = useTask(async (work: () => Promise<Restored>, text: string) => {
    await work().then((restored) => done(restored, text), fail)
  })
  return {
    busy: task.busy,
    field: (item, field, title) =>
      task.run(() => call('time.restoreField', { item, field }), t.timeMachine.restored(title)),
    item: (item, title) => task.run(() => call('time.restoreItem', { item }), t.timeMachine.restored(title)),
    everything: async () => done(await call('time.restoreEverything', undefined), t.timeMachine.restoredAll)
  }
}
