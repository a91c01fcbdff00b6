import { useMemo } from 'react'
import type { Kept } from '../../../shared/history-views.ts'
import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'
import { useFailure } from '../shell/use-failure.ts'

/** Copies without the value passing through the page; `what` names it in the sentence. */
export function useCopyKept(): (kept: Kept, what: string) => void {
  const t = useTexts()
  const toast = useToast()
  const fail = useFailure()
  return useMemo(
    () => (kept, what) => {
      const said = ({ clearsAt }: { readonly clearsAt: number }) =>
        toast.show({
          id: 'copy',
          until: clearsAt,
          text: (left) => t.history.copied(what, t.ui.seconds(left)),
          action: { label: t.shell.clearNow, run: () => void call('clipboard.clear', undefined).catch(fail) }
        })
      call('kept.copy', kept).then(said, (error: unknown) => fail(error))
    },
    [t, toast, fail]
  )
}
