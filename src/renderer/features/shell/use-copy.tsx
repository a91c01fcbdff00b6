import { useEffect, useMemo } from 'react'
import { call, onEvent } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'
import { Said } from './said.tsx'
import { useFailure } from './use-failure.ts'

export type Named = { readonly id: string; readonly title: string }
export type CopyField = (item: Named, field: string, what: string, kind?: 'value' | 'code') => void

/** Copies without the value passing through the page; what it says goes away with the value. */
export function useCopy(): CopyField {
  const t = useTexts()
  const toast = useToast()
  const fail = useFailure()
  useEffect(() => onEvent('clipboard.cleared', () => toast.dismiss('copy')), [toast])
  return useMemo(() => {
    const copy: CopyField = (item, field, what, kind = 'value') => {
      const method = kind === 'code' ? 'item.copyOneTimeCode' : 'item.copyField'
      call(method, { item: item.id, field }).then(
        ({ clearsAt }) =>
          toast.show({
            id: 'copy',
            until: clearsAt,
            text: (left) => (
              <Said parts={t.shell.copied(item.title || t.shell.untitled, what)} end={t.ui.seconds(left)} />
            ),
            action: { label: t.shell.clearNow, run: () => void call('clipboard.clear', undefined).catch(fail) }
          }),
        (error: unknown) => fail(error)
      )
    }
    return copy
  }, [t, toast, fail])
}
