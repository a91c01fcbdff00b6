import { useMemo, useState } from 'react'
import type { AttachmentView } from '../../../shared/attachment-views.ts'
import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'
import { Said } from '../shell/said.tsx'
import { unlessQuiet } from './quiet-error.ts'

export type AttachmentMoves = {
  /** The name of what is being written out. */
  readonly saving: string | null
  save(file: AttachmentView): void
  rename(file: AttachmentView, name: string): void
  remove(file: AttachmentView): void
}

/** What can be done to the files of an item; a removal can be taken back for as long as its bytes are there. */
export type OfferUndo = (text: readonly [string, string]) => void

type Hands = { onChanged(): void; readonly offerUndo: OfferUndo; onError(error: unknown): void }

export function useAttachmentMoves(item: string, { onChanged, offerUndo, onError }: Hands): AttachmentMoves {
  const t = useTexts()
  const toast = useToast()
  const [saving, setSaving] = useState<string | null>(null)
  return useMemo(() => {
    const run = (work: () => Promise<void>) =>
      void work()
        .catch(unlessQuiet(onError))
        .finally(() => setSaving(null))
    return {
      saving,
      save: ({ field, name }) =>
        run(async () => {
          setSaving(name)
          const written = await call('attachment.save', { item, field })
          if (written !== null) toast.show({ text: <Said parts={t.attachments.saved(written.name)} /> })
        }),
      rename: ({ field }, next) =>
        run(async () => {
          await call('attachment.rename', { item, field, name: next })
          onChanged()
          offerUndo(t.attachments.renamed(next))
        }),
      remove: ({ field, name }) =>
        run(async () => {
          await call('attachment.remove', { item, field })
          onChanged()
          offerUndo(t.attachments.removed(name))
        })
    }
  }, [item, saving, onChanged, offerUndo, onError, t, toast])
}
