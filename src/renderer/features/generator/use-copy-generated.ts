import { useEffect } from 'react'
import { call, onEvent } from '../../api.ts'
import { errorText } from '../../error-text.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'

/** Copies through main, which clears the clipboard again; what is said goes away with the value. */
export function useCopyGenerated(): (text: string) => void {
  const t = useTexts()
  const toast = useToast()
  useEffect(() => onEvent('clipboard.cleared', () => toast.dismiss('copy')), [toast])
  return (text) => {
    const fail = (error: unknown): void => toast.show({ id: 'failure', tone: 'danger', text: errorText(t, error) })
    call('clipboard.copyGenerated', { text }).then(
      ({ clearsAt }) =>
        toast.show({
          id: 'copy',
          until: clearsAt,
          text: (left) => `${t.generator.copied}${t.ui.seconds(left)}`,
          action: { label: t.generator.clearNow, run: () => void call('clipboard.clear', undefined).catch(fail) }
        }),
      fail
    )
  }
}
