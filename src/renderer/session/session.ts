import { createContext, useContext } from 'react'
import type { LockReason } from '../../shared/events.ts'
import type { ChosenFile, VaultView } from '../../shared/vault-views.ts'
import type { FirstList, WaitingList } from './first-list.ts'

/** Where the page stands. One union drives every screen: replacing it unmounts what the old state showed. */
export type Session =
  | { readonly status: 'loading' }
  | { readonly status: 'noVault' }
  | {
      readonly status: 'locked'
      readonly vault: ChosenFile
      readonly reason: LockReason | null
      /** The vault was left for one that is yet to be made. */
      readonly wantsNew: boolean
    }
  | { readonly status: 'unlocked'; readonly vault: VaultView }

export type FirstPage = 'items' | 'generator' | 'import'

export type SessionApi = {
  readonly session: Session
  /** A vault file that was handed to the running app and waits until it can be opened. */
  readonly offered: ChosenFile | null
  /** Where the screens of the vault begin. */
  readonly firstPage: FirstPage
  /** What the list shows until it asks itself. */
  readonly firstList: WaitingList
  /** A vault was opened, created or put back: its screens begin afresh. */
  opened(vault: VaultView, firstPage?: FirstPage, firstList?: FirstList | null): void
  /** Asks for what is known of the open vault once more; its screens stay. */
  refresh(): Promise<void>
  lock(): Promise<void>
  /** Locks, and goes on to another vault; null is one that is yet to be made. */
  switchTo(file: ChosenFile | null): Promise<void>
}

export const SessionContext = createContext<SessionApi | null>(null)

export function useSession(): SessionApi {
  const api = useContext(SessionContext)
  if (api === null) throw new Error('useSession needs a SessionProvider above it')
  return api
}
