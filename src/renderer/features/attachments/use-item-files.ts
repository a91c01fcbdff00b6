import { useEffect, useState } from 'react'
import type { AttachmentView } from '../../../shared/attachment-views.ts'
import { call } from '../../api.ts'

const NONE: readonly AttachmentView[] = []

/** The files of the item that is being edited, as they are in the vault: they are never part of a draft. */
export function useItemFiles(item: string | null, version: number): readonly AttachmentView[] {
  const [known, setKnown] = useState<{ readonly item: string; readonly files: readonly AttachmentView[] } | null>(null)
  useEffect(() => {
    if (item === null) return
    let wanted = true
    call('item.get', { item }).then(
      ({ attachments }) => wanted && setKnown({ item, files: attachments }),
      // Purged elsewhere or locked: whoever shows the item says so.
      () => wanted && setKnown(null)
    )
    return () => {
      wanted = false
    }
  }, [item, version])
  return known?.item === item ? known.files : NONE
}
