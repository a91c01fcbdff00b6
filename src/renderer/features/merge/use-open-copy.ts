import { useCallback } from 'react'
import { call } from '../../api.ts'
import type { ShellStep } from '../shell/shell-state.ts'
import type { Failure } from '../shell/use-failure.ts'
import { useCopy } from './copy-context.tsx'

/** Asks for a file and shows what merging it would do. */
export function useOpenCopy(move: (step: ShellStep) => void, fail: Failure): () => Promise<void> {
  const { choose } = useCopy()
  return useCallback(async () => {
    const file = await call('vault.chooseFile', undefined).catch(fail)
    if (file === null || file === undefined) return
    choose(file)
    move({ do: 'go', place: { at: 'page', page: 'merge' } })
  }, [choose, move, fail])
}
