import { useEffect, useRef, useState } from 'react'
import type { BreachResult, BreachSource } from '../../../shared/breach-views.ts'
import { call } from '../../api.ts'
import { errorCode } from '../../error-text.ts'

export type BreachCheck =
  | { readonly at: 'choose'; readonly error: unknown }
  | { readonly at: 'running'; readonly of: BreachSource }
  | { readonly at: 'done'; readonly result: BreachResult }

export type BreachCheckApi = {
  readonly check: BreachCheck
  /** Does nothing when the dialog is cancelled. */
  readonly checkList: (choose: 'breach.chooseFile' | 'breach.chooseFolder') => void
  readonly askOnline: () => void
  /** What was found until then is kept. */
  readonly stop: () => void
}

export function useBreachCheck(onKept: () => void): BreachCheckApi {
  const [check, setCheck] = useState<BreachCheck>({ at: 'choose', error: null })
  const running = useRef(false)
  const stop = (): void => void call('job.cancel', { job: 'breaches' }).catch(() => {})
  // A check goes on for minutes: it does not outlive what shows it.
  useEffect(() => () => void (running.current && stop()), [])
  const run = (of: BreachSource, work: () => Promise<BreachResult>): void => {
    running.current = true
    setCheck({ at: 'running', of })
    work()
      .then(
        (result) => {
          setCheck({ at: 'done', result })
          onKept()
        },
        (error: unknown) => setCheck({ at: 'choose', error: errorCode(error) === 'CANCELLED' ? null : error })
      )
      .finally(() => {
        running.current = false
      })
  }
  return {
    check,
    checkList(choose) {
      call(choose, undefined).then(
        (file) => file !== null && run('file', () => call('breach.checkFile', { file: file.handle })),
        (error: unknown) => setCheck({ at: 'choose', error })
      )
    },
    askOnline: () => run('online', () => call('breach.checkOnline', undefined)),
    stop
  }
}
