import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { MergeChoice, MergeReview, MergeSummary } from '../../../shared/merge-views.ts'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { type Task, useTask } from '../../session/use-task.ts'
import { takeValue } from '../../ui/take-value.ts'

export type MergeState =
  | { readonly at: 'none' }
  | { readonly at: 'opening' }
  | { readonly at: 'password' }
  | { readonly at: 'review'; readonly review: MergeReview }

export type Take = MergeChoice['take']

export type Merging = {
  readonly state: MergeState
  readonly input: RefObject<HTMLInputElement | null>
  readonly open: Task<[]>
  readonly apply: Task<[]>
  /** What stands for a field that both sides changed; `later` unless chosen. */
  taken(item: string | null, field: string, later: 'mine' | 'other'): Take
  take(choice: MergeChoice): void
}

/** One copy, from opening it to merging it. Leaving the page closes it. */
export function useMerge(
  file: ChosenFile | null,
  onMerged: (summary: MergeSummary, takesKeys: boolean) => void
): Merging {
  const [state, setState] = useState<MergeState>({ at: 'none' })
  const [choices, setChoices] = useState<readonly MergeChoice[]>([])
  const input = useRef<HTMLInputElement>(null)
  const handle = file?.handle ?? null
  const open = useTask(async () => {
    if (handle === null) return
    const masterPassword = takeValue(input.current)
    const opened = await call('merge.open', {
      file: handle,
      ...(masterPassword === '' ? {} : { masterPassword: secret(masterPassword) })
    })
    setState(opened.status === 'needsPassword' ? { at: 'password' } : { at: 'review', review: opened.review })
  })
  const { run } = open
  const start = useRef(run)
  start.current = run
  useEffect(() => {
    setChoices([])
    setState({ at: handle === null ? 'none' : 'opening' })
    if (handle === null) return
    start.current()
    return () => void call('merge.close', undefined).catch(() => {})
  }, [handle])
  const apply = useTask(async () => {
    const takesKeys = state.at === 'review' && state.review.takesKeys
    onMerged(await call('merge.apply', { choices: [...choices] }), takesKeys)
  })
  const take = useCallback((choice: MergeChoice) => {
    setChoices((before) => [...before.filter((each) => !isSame(each, choice)), choice])
  }, [])
  return {
    state,
    input,
    open,
    apply,
    take,
    taken: (item, field, later) => choices.find((each) => isSame(each, { item, field }))?.take ?? later
  }
}

type Named = Pick<MergeChoice, 'item' | 'field'>
const isSame = (one: Named, other: Named): boolean => one.item === other.item && one.field === other.field
