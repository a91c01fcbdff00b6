import { useCallback, useEffect, useRef } from 'react'
import type { Saver } from './saver.ts'

/**
 * Tells of every save once: when it is drawn, and before the editor goes, since a save and the end of the editor may be
 * drawn together, and then no effect of the editor runs any more. Returns what saves and tells.
 */
export function useToldSaves(saver: Saver, savedAt: number | null, onSaved: () => void): () => Promise<boolean> {
  const told = useRef<number | null>(null)
  const tell = useCallback(() => {
    const at = saver.state().savedAt
    if (at === null || at === told.current) return
    told.current = at
    onSaved()
  }, [saver, onSaved])
  useEffect(tell, [tell, savedAt])
  return useCallback(async () => {
    const saved = await saver.flush()
    tell()
    return saved
  }, [saver, tell])
}
