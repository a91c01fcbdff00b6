import { useState } from 'react'
import type { LockReason } from '../shared/events.ts'
import type { ChosenFile } from '../shared/views.ts'
import { call } from './api.ts'
import { FirstRun } from './features/first-run/first-run.tsx'
import { GeneratorPage } from './features/generator/generator-page.tsx'
import { RecoveryScreen } from './features/recovery/recovery-screen.tsx'
import { Shell } from './features/shell/shell.tsx'
import { UnlockScreen } from './features/unlock/unlock-screen.tsx'
import { useSession } from './session/session.ts'

/** One union decides what is on the screen; a change of it unmounts what was. */
export function App() {
  const { session } = useSession()
  switch (session.status) {
    case 'loading':
      return null
    case 'noVault':
      return <NoVault />
    case 'locked':
      return <Locked first={session.vault} reason={session.reason} />
    case 'unlocked':
      return <Shell vault={session.vault} pages={{ generator: <GeneratorPage />, backups: null, settings: null }} />
  }
}

type Door = { readonly at: 'unlock' | 'new' | 'recover'; readonly file: ChosenFile }

function NoVault() {
  const [chosen, setChosen] = useState<ChosenFile | null>(null)
  const choose = () => void call('vault.chooseFile', undefined).then((file) => setChosen(file))
  return chosen === null ? <FirstRun onOpenExisting={choose} /> : <Locked first={chosen} reason={null} />
}

function Locked({ first, reason }: { readonly first: ChosenFile; readonly reason: LockReason | null }) {
  const [{ at, file }, setDoor] = useState<Door>({ at: 'unlock', file: first })
  const go = (next: Door['at']) => setDoor({ at: next, file })
  switch (at) {
    case 'new':
      return <FirstRun onCancel={() => go('unlock')} onOpenExisting={() => go('unlock')} />
    case 'recover':
      return <RecoveryScreen file={file} onCancel={() => go('unlock')} />
    case 'unlock':
      return (
        <UnlockScreen
          file={file}
          reason={reason}
          onFile={(next) => setDoor({ at: 'unlock', file: next })}
          onNewVault={() => go('new')}
          onRecover={() => go('recover')}
          onDamaged={() => {}}
        />
      )
  }
}
