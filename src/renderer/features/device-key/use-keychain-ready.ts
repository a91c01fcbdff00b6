import { useEffect, useState } from 'react'
import { call } from '../../api.ts'

/** Null until the keychain has been tried with a value of no meaning; nothing is offered where it cannot be. */
export function useKeychainReady(needed: boolean): boolean | null {
  const [ready, setReady] = useState<boolean | null>(null)
  useEffect(() => {
    if (!needed) return
    let asked = true
    const settle = (answer: boolean) => asked && setReady(answer)
    call('deviceKey.probe', undefined).then(
      () => settle(true),
      () => settle(false)
    )
    return () => {
      asked = false
    }
  }, [needed])
  return ready
}
