import { ClosedVault } from './closed-vault.tsx'
import { OpenVault } from './open-vault.tsx'
import { useSession } from './session/session.ts'

/** One state, one screen: what a state does not show is not mounted. */
export function App() {
  const { session } = useSession()
  switch (session.status) {
    case 'loading':
      return null
    case 'noVault':
      return <ClosedVault vault={null} reason={null} wantsNew />
    case 'locked':
      return <ClosedVault vault={session.vault} reason={session.reason} wantsNew={session.wantsNew} />
    case 'unlocked':
      return <OpenVault vault={session.vault} />
  }
}
