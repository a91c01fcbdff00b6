import { useEffect, useState } from 'react'
import type { JournalView } from '../../../shared/journal-views.ts'
import { call } from '../../api.ts'

/** What there is to filter by, and whether anything is noted at all; null until it is there. */
export function useJournalView(version: number, onError: (error: unknown) => void): JournalView | null {
  const [view, setView] = useState<JournalView | null>(null)
  useEffect(() => {
    let wanted = true
    call('journal.view', undefined).then((next) => wanted && setView(next), onError)
    return () => {
      wanted = false
    }
  }, [version, onError])
  return view
}
