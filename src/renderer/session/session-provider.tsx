import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ChosenFile, VaultView } from '../../shared/vault-views.ts'
import { call, onEvent } from '../api.ts'
import { useToast } from '../ui/toast.tsx'
import type { FirstList } from './first-list.ts'
import { type FirstPage, type Session, type SessionApi, SessionContext } from './session.ts'

type State = { readonly session: Session; readonly firstPage: FirstPage; readonly opening: number }

const LOADING: Session = { status: 'loading' }
const RENEWAL_MS = 3000
const START: State = { session: LOADING, firstPage: 'items', opening: 0 }

/** Everything below is built anew each time a vault opens or closes: no state of a screen outlives its vault. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [{ session, firstPage, opening }, setState] = useState(START)
  const first = useRef<FirstList | null>(null)
  const [offered, forgetOffered] = useOffered()
  const replace = useCallback((to: Session, page: FirstPage = 'items', list: FirstList | null = null) => {
    first.current = list
    setState((before) => ({ session: to, firstPage: page, opening: before.opening + 1 }))
  }, [])
  useFirstState(replace)
  useLocking(replace)
  const api = useMemo<SessionApi>(
    () => ({
      session,
      firstPage,
      firstList: { read: () => first.current, drop: () => void (first.current = null) },
      offered,
      opened: (vault, page, list) => {
        forgetOffered()
        replace({ status: 'unlocked', vault }, page, list)
      },
      refresh: async () => {
        const vault = await call('vault.view', undefined)
        setState((before) => keepOpen(before, vault))
      },
      lock: () => call('vault.lock', undefined),
      switchTo: (file) => call('vault.switchTo', { file: file?.handle ?? null })
    }),
    [session, firstPage, offered, forgetOffered, replace]
  )
  return (
    <SessionContext key={opening} value={api}>
      {children}
    </SessionContext>
  )
}

/** Only an open vault can be seen anew: an answer that comes after the lock must not open anything. */
const keepOpen = (before: State, vault: VaultView): State =>
  before.session.status === 'unlocked' ? { ...before, session: { status: 'unlocked', vault } } : before

function useFirstState(replace: (next: Session) => void): void {
  useEffect(() => {
    void call('app.state', undefined).then((first) => replace(first))
  }, [replace])
}

/**
 * First what is on the screen goes; then main begins the page anew, in another process. Should it not, the page asks for
 * itself where it stands.
 */
function useLocking(replace: (next: Session) => void): void {
  const toast = useToast()
  useEffect(
    () =>
      onEvent('session.locked', () => {
        replace(LOADING)
        toast.clear()
        setTimeout(() => void call('app.state', undefined).then((next) => replace(next)), RENEWAL_MS)
      }),
    [replace, toast]
  )
}

function useOffered(): readonly [ChosenFile | null, () => void] {
  const [offered, setOffered] = useState<ChosenFile | null>(null)
  useEffect(() => onEvent('vault.offered', ({ file }) => setOffered(file)), [])
  return [offered, useCallback(() => setOffered(null), [])]
}
