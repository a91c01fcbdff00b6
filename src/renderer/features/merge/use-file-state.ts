import { useEffect, useState } from 'react'
import type { UnsavedView } from '../../../shared/vault-views.ts'
import { call, onEvent } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'

/** What the disk has not taken. */
export function useUnsaved(): UnsavedView {
  const [unsaved, setUnsaved] = useState<UnsavedView>({ count: 0, files: 0 })
  useEffect(() => {
    // The page may have been loaded anew since.
    call('vault.unsaved', undefined).then(setUnsaved, () => {})
    return onEvent('vault.unsaved', setUnsaved)
  }, [])
  return unsaved
}

/** The code of what stands in the way of the vault file; null while all is well. */
export function useFileTrouble(): string | null {
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => onEvent('vault.fileTrouble', (event) => setCode(event.code)), [])
  return code
}

/** Says that another program's changes came in, once they are there. */
export function useFoldedIn(): void {
  const t = useTexts()
  const toast = useToast()
  useEffect(
    () =>
      onEvent('vault.changed', ({ by }) => {
        if (by === 'file') toast.show({ id: 'foldedIn', text: t.saving.foldedIn })
      }),
    [t, toast]
  )
}
