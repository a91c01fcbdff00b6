import type { BreachResult } from '../../../shared/breach-views.ts'
import { ApiError } from '../../api.ts'
import { errorText } from '../../error-text.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Notice } from '../../ui/notice.tsx'

/** What was found; and where the check ended early, why and what is left. */
export function BreachOutcome({ result }: { readonly result: BreachResult }) {
  const t = useTexts()
  const { checked, found, left, trouble } = result
  const isStopped = trouble?.code === 'CANCELLED'
  const why =
    trouble === null
      ? null
      : isStopped
        ? t.breaches.stopped
        : errorText(t, new ApiError(trouble.code, trouble.why === undefined ? {} : { why: trouble.why }))
  return (
    <>
      {why === null ? null : (
        <Notice kind={isStopped ? 'plain' : 'danger'}>
          {why} {t.breaches.left(left)}
        </Notice>
      )}
      {checked === 0 ? null : (
        <Notice kind={found > 0 ? 'warn' : 'ok'}>
          {found > 0 ? t.breaches.found(found, checked) : t.breaches.foundNone(checked)}
        </Notice>
      )}
    </>
  )
}
