import { useEffect, useState } from 'react'
import { call, onEvent } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'

/** How many saves the disk has not taken. */
export function useUnsaved(): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    // The page may have been loaded anew since.
    call('vault.unsaved', undefined).then(
      (known) => setCount(known.count),
      () => {}
    )
    return onEvent('vault.unsaved', (event) => setCount(event.count))
  }, [])
  return count
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
