import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { ComparedItem } from '../../../shared/merge-views.ts'
import type { BackupDifference, Restored } from '../../../shared/time-views.ts'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { type Task, useTask } from '../../session/use-task.ts'
import { takeValue } from '../../ui/take-value.ts'

/** A backup in the list, or a file that was chosen: `at` is null where only the file's name is known. */
export type ChosenBackup = {
  readonly handle: string
  readonly name: string
  readonly at: number | null
  readonly verifiedAt: number | null
}

export type TimeState =
  | { readonly at: 'none' }
  | { readonly at: 'opening' }
  | { readonly at: 'password' }
  | { readonly at: 'open'; readonly difference: BackupDifference }

export type TimeMachine = {
  readonly chosen: ChosenBackup | null
  readonly state: TimeState
  readonly input: RefObject<HTMLInputElement | null>
  readonly open: Task<[]>
  /** The item whose fields are shown. */
  readonly selected: string | null
  readonly item: ComparedItem | null
  choose(backup: ChosenBackup | null): void
  select(item: string): void
  /** After something was given back, or taken back again. */
  show(restored: Restored): void
  compareAgain(): void
}

/** One backup beside now. Another choice, or leaving the page, closes it. */
export function useTimeMachine(onError: (error: unknown) => void): TimeMachine {
  const [chosen, choose] = useState<ChosenBackup | null>(null)
  const [state, setState] = useState<TimeState>({ at: 'none' })
  const [selected, select] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const handle = chosen?.handle ?? null
  const open = useTask(async () => {
    if (handle === null) return
    const masterPassword = takeValue(input.current)
    const opened = await call('time.open', {
      file: handle,
      ...(masterPassword === '' ? {} : { masterPassword: secret(masterPassword) })
    })
    setState(opened.status === 'needsPassword' ? { at: 'password' } : { at: 'open', difference: opened.difference })
    if (opened.status === 'open') select((before) => before ?? opened.difference.items[0]?.id ?? null)
  })
  const start = useRef(open.run)
  start.current = open.run
  useEffect(() => {
    setState({ at: handle === null ? 'none' : 'opening' })
    select(null)
    if (handle !== null) start.current()
  }, [handle])
  useEffect(() => () => void call('time.close', undefined).catch(() => {}), [])
  const show = useCallback(({ difference }: Restored) => setState({ at: 'open', difference }), [])
  return {
    chosen,
    state,
    input,
    open,
    selected,
    item: useThen(state, selected, onError),
    choose,
    select,
    show,
    compareAgain: open.run
  }
}

/** The fields of the selected item then and now; null while they are read, and when it is the same again. */
function useThen(state: TimeState, selected: string | null, onError: (error: unknown) => void): ComparedItem | null {
  const [item, setItem] = useState<ComparedItem | null>(null)
  const listed = state.at === 'open' && state.difference.items.some(({ id }) => id === selected)
  useEffect(() => {
    if (!listed || selected === null) return setItem(null)
    let wanted = true
    call('time.item', { item: selected }).then((next) => wanted && setItem(next), onError)
    return () => {
      wanted = false
    }
    // The fields differ anew with every state.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selected, listed, state, onError])
  return item?.id === selected ? item : null
}
