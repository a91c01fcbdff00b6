import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/api.ts'
import { call, onEvent } from '../../api.ts'

export type FoundCopies = Output<'merge.found'>

/** Copies beside the vault, looked for once every frame was read, and again when the vault has changed. */
export function useFoundCopies(): FoundCopies {
  const [found, setFound] = useState<FoundCopies>([])
  useEffect(() => {
    let wanted = true
    const look = () => {
      call('merge.found', undefined).then(
        (copies) => wanted && setFound(copies),
        () => {}
      )
    }
    look()
    const stops = [onEvent('vault.verified', look), onEvent('vault.changed', look)]
    return () => {
      wanted = false
      for (const stop of stops) stop()
    }
  }, [])
  return found
}
