import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { AttachContext, type Going } from './attach-context.ts'

/** Above the panes: a file goes on going in when one looks at another item; locking ends it. */
export function AttachProvider({ children }: { readonly children: ReactNode }) {
  const [going, setGoing] = useState<Going | null>(null)
  const [shown, setShown] = useState(0)
  const last = useRef<Promise<void>>(Promise.resolve())
  const show = useCallback((by: 1 | -1) => setShown((before) => before + by), [])
  const run = useCallback((work: (goes: (next: Going) => void) => Promise<void>): Promise<void> => {
    const done = last.current.then(() => work(setGoing)).finally(() => setGoing(null))
    // What failed is told by who asked for it; the next does not wait for that.
    last.current = done.catch(() => {})
    return done
  }, [])
  const api = useMemo(() => ({ going, isShown: shown > 0, show, run }), [going, shown, show, run])
  return <AttachContext value={api}>{children}</AttachContext>
}
