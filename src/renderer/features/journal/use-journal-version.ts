import { useEffect, useState } from 'react'
import { onEvent } from '../../api.ts'

/** Several acts in a row are read once. */
const SETTLED = 150

/** A number that grows when there is more in the journal, or the items that it names have changed. */
export function useJournalVersion(): number {
  const [version, setVersion] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const changed = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setVersion((before) => before + 1), SETTLED)
    }
    const stops = [onEvent('journal.changed', changed), onEvent('vault.changed', changed)]
    return () => {
      clearTimeout(timer)
      for (const stop of stops) stop()
    }
  }, [])
  return version
}
