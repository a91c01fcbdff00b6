import { useEffect, useState } from 'react'
import { call } from '../../api.ts'
import { useSecondsLeft } from '../../ui/use-seconds-left.ts'

export type CodeNow =
  | { readonly is: 'loading' }
  | { readonly is: 'unreadable' }
  | { readonly is: 'known'; readonly code: string; readonly period: number; readonly until: number }

const LOADING: CodeNow = { is: 'loading' }

/** The code of now, asked for again when its time is over. */
export function useOneTimeCode(item: string, field: string, changedAt: number): { code: CodeNow; secondsLeft: number } {
  const [code, setCode] = useState<CodeNow>(LOADING)
  const until = code.is === 'known' ? code.until : null
  const left = useSecondsLeft(until)
  const over = left === 0
  useEffect(() => {
    let wanted = true
    const asked = Date.now()
    call('item.oneTimeCode', { item, field }).then(
      ({ code: text, period, secondsLeft }) =>
        wanted && setCode({ is: 'known', code: text, period, until: asked + Math.max(1, secondsLeft) * 1000 }),
      () => wanted && setCode({ is: 'unreadable' })
    )
    return () => {
      wanted = false
    }
  }, [item, field, changedAt, over])
  return { code, secondsLeft: left ?? 0 }
}
