import { useCallback, useMemo, useState } from 'react'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { call, takeDropped } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'
import { unlessQuiet } from './quiet-error.ts'
import type { OfferUndo } from './use-attachment-moves.tsx'

export type Attach = {
  /** The name of the file that is going in now. */
  readonly busy: string | null
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
  const [busy, setBusy] = useState<string | null>(null)
  const add = useCallback(
    async (files: readonly ChosenFile[]) => {
      for (const { handle, name } of files) {
        const id = await item(name)
        if (id === null) return
        setBusy(name)
        const added = await call('attachment.add', { item: id, file: handle })
        onAttached()
        offerUndo(t.attachments.attached(added.name))
      }
    },
    [item, onAttached, offerUndo, t]
  )
  return useMemo(() => {
    const run = (files: Promise<readonly ChosenFile[]>) =>
      void files
        .then(add)
        .catch(unlessQuiet(onError))
        .finally(() => setBusy(null))
    return {
      busy,
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
  }, [busy, add, onError, t, toast])
}
