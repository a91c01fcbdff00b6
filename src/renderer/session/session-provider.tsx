import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type { LockReason } from '../../shared/events.ts'
import type { ChosenFile, VaultView } from '../../shared/vault-views.ts'
import { call, onEvent } from '../api.ts'
import { useToast } from '../ui/toast.tsx'
import type { FirstList } from './first-list.ts'
import { type FirstPage, type Session, type SessionApi, SessionContext } from './session.ts'

type First = { readonly firstPage: FirstPage; readonly firstList: FirstList | null }
type State = First & { readonly session: Session; readonly opening: number }

const LOADING: Session = { status: 'loading' }
const ITEMS: First = { firstPage: 'items', firstList: null }
const START: State = { session: LOADING, ...ITEMS, opening: 0 }

/** Everything below is built anew each time a vault opens or closes: no state of a screen outlives its vault. */
export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const [{ session, firstPage, firstList, opening }, setState] = useState(START)
  const [offered, forgetOffered] = useOffered()
  const [next, setNext] = useState<SessionApi['next']>(null)
  const replace = useCallback((to: Session, first = ITEMS) => {
    setState((before) => ({ session: to, ...first, opening: before.opening + 1 }))
  }, [])
  useFirstState(replace)
  useLocking(replace)
  const api = useMemo<SessionApi>(
    () => ({
      session,
      firstPage,
      firstList,
      offered,
      next,
      opened: (vault, page = 'items', list = null) => {
        // Once a vault is open, what was wanted before is done: the next lock comes back to this one.
        setNext(null)
        forgetOffered()
        replace({ status: 'unlocked', vault }, { firstPage: page, firstList: list })
      },
      refresh: async () => {
        const vault = await call('vault.view', undefined)
        setState((before) => keepOpen(before, vault))
      },
      lock: () => call('vault.lock', undefined),
      switchTo: async (file) => {
        setNext({ file })
        await call('vault.lock', undefined)
      }
    }),
    [session, firstPage, firstList, offered, forgetOffered, next, replace]
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
    void currentSession(null).then((first) => replace(first))
  }, [replace])
}

function useLocking(replace: (next: Session) => void): void {
  const toast = useToast()
  useEffect(
    () =>
      onEvent('session.locked', ({ reason }) => {
        // First what is on the screen goes, then main is asked which vault it was.
        replace(LOADING)
        toast.clear()
        void currentSession(reason).then((next) => replace(next))
      }),
    [replace, toast]
  )
}

function useOffered(): readonly [ChosenFile | null, () => void] {
  const [offered, setOffered] = useState<ChosenFile | null>(null)
  useEffect(() => onEvent('vault.offered', ({ file }) => setOffered(file)), [])
  return [offered, useCallback(() => setOffered(null), [])]
}

async function currentSession(reason: LockReason | null): Promise<Session> {
  const state = await call('app.state', undefined)
  return state.status === 'locked' ? { ...state, reason } : state
}
