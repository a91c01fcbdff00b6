import { useCallback, useMemo } from 'react'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { call, takeDropped } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'
import { type Going, useAttaching } from './attach-context.ts'
import { unlessQuiet } from './quiet-error.ts'
import type { OfferUndo } from './use-attachment-moves.tsx'

export type Attach = {
  /** Asks for files in a dialog of main's. */
  choose(): void
  /** Files that were dropped; what a script made up is none. */
  drop(files: readonly File[]): void
}

type Parts = {
  /** The id of the item, which is made first where it is new; null: it cannot be made. */
  readonly item: (name: string) => Promise<string | null>
  readonly onAttached: () => void
  readonly offerUndo: OfferUndo
  readonly onError: (error: unknown) => void
}

export function useAttach({ item, onAttached, offerUndo, onError }: Parts): Attach {
  const t = useTexts()
  const toast = useToast()
  const attaching = useAttaching().run
  const add = useCallback(
    async (files: readonly ChosenFile[], goes: (going: Going) => void) => {
      for (const { handle, name } of files) {
        const id = await item(name)
        if (id === null) return
        goes({ item: id, name })
        const added = await call('attachment.add', { item: id, file: handle })
        onAttached()
        offerUndo(t.attachments.attached(added.name))
      }
    },
    [item, onAttached, offerUndo, t]
  )
  return useMemo(() => {
    const run = (files: Promise<readonly ChosenFile[]>) =>
      void files.then((chosen) => attaching((goes) => add(chosen, goes))).catch(unlessQuiet(onError))
    return {
      choose: () => run(call('attachment.choose', undefined)),
      drop: (files) =>
        run(
          Promise.all(files.map((file) => takeDropped(file, 'attachment'))).then((known) => {
            const real = known.filter((file) => file !== null)
            if (real.length < files.length) toast.show({ text: t.attachments.notAFile })
            return real
          })
        )
    }
  }, [attaching, add, onError, t, toast])
}
