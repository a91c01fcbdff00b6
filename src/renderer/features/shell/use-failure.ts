import { useMemo } from 'react'
import { errorCode, errorText } from '../../error-text.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'

export type Failure = (error: unknown, retry?: () => void) => void

/** Says what went wrong, once, with a way to try again. */
export function useFailure(): Failure {
  const t = useTexts()
  const toast = useToast()
  return useMemo(
    () => (error, retry) => {
      // What was on its way when the vault locked: the lock screen says it.
      if (errorCode(error) === 'LOCKED') return
      toast.show({
        id: 'failure',
        tone: 'danger',
        text: errorText(t, error),
        ...(retry === undefined ? {} : { action: { label: t.shell.retry, run: retry } })
      })
    },
    [t, toast]
  )
}
