import { useEffect, useState } from 'react'
import type { HealthView } from '../../../shared/health-views.ts'
import { call } from '../../api.ts'

/** Null until it is there; asked for again when the vault changes. */
export function useHealth(version: number, onError: (error: unknown) => void): HealthView | null {
  const [health, setHealth] = useState<HealthView | null>(null)
  useEffect(() => {
    let wanted = true
    call('health.report', undefined).then((next) => wanted && setHealth(next), onError)
    return () => {
      wanted = false
    }
  }, [version, onError])
  return health
}
