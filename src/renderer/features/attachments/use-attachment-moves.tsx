import { useMemo, useState } from 'react'
import type { AttachmentView } from '../../../shared/views.ts'
import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'
import { Said } from '../shell/said.tsx'
import { unlessQuiet } from './quiet-error.ts'

const UNDO_MS = 10_000

export type AttachmentMoves = {
  /** The name of what is being written out. */
  readonly saving: string | null
  save(file: AttachmentView): void
  rename(file: AttachmentView, name: string): void
  remove(file: AttachmentView): void
}

/** What can be done to the files of an item; a removal can be taken back for as long as its bytes are there. */
export function useAttachmentMoves(
  item: string,
  onChanged: () => void,
  onError: (error: unknown) => void
): AttachmentMoves {
  const t = useTexts()
  const toast = useToast()
  const [saving, setSaving] = useState<string | null>(null)
  return useMemo(() => {
    const run = (work: () => Promise<void>) =>
      void work()
        .then(onChanged)
        .catch(unlessQuiet(onError))
        .finally(() => setSaving(null))
    const say = (parts: readonly [string, string], undo?: () => void) =>
      toast.show({
        id: 'move',
        text: <Said parts={parts} />,
        ...(undo === undefined ? {} : { until: Date.now() + UNDO_MS, action: { label: t.shell.undo, run: undo } })
      })
    const rename = async (field: string, name: string, before: string) => {
      await call('attachment.rename', { item, field, name })
      say(t.attachments.renamed(name), () => run(() => call('attachment.rename', { item, field, name: before })))
    }
    return {
      saving,
      save: ({ field, name }) =>
        run(async () => {
          setSaving(name)
          const written = await call('attachment.save', { item, field })
          if (written !== null) say(t.attachments.saved(written.name))
        }),
      rename: ({ field, name }, next) => run(() => rename(field, next, name)),
      remove: ({ field, name }) =>
        run(async () => {
          await call('attachment.remove', { item, field })
          say(t.attachments.removed(name), () => run(() => call('attachment.putBack', { item, field })))
        })
    }
  }, [item, saving, onChanged, onError, t, toast])
}
