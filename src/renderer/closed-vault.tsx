import { useEffect, useState } from 'react'
import type { LockReason } from '../shared/events.ts'
import type { ChosenFile } from '../shared/vault-views.ts'
import { DamagedScreen } from './features/damaged/damaged-screen.tsx'
import { FirstRun } from './features/first-run/first-run.tsx'
import { RecoveryScreen } from './features/recovery/recovery-screen.tsx'
import { UnlockScreen } from './features/unlock/unlock-screen.tsx'
import { useFileChoice } from './features/unlock/use-file-choice.ts'
import { useSession } from './session/session.ts'

type ClosedVaultProps = {
  /** Null: this computer knows no vault yet. */
  readonly vault: ChosenFile | null
  readonly reason: LockReason | null
  /** Begin with a vault that is yet to be made. */
  readonly wantsNew: boolean
}

type Place =
  | { readonly at: 'newVault' }
  | { readonly at: 'unlock' }
  | { readonly at: 'recover' }
  | { readonly at: 'damaged'; readonly offset: number | null }

/** Everything in front of a vault that is not open: unlock it, make one, or get back into one. */
export function ClosedVault({ vault, reason, wantsNew }: ClosedVaultProps) {
  const { offered } = useSession()
  const [file, setFile] = useState(offered ?? vault)
  const [place, setPlace] = useState<Place>({ at: file === null || wantsNew ? 'newVault' : 'unlock' })
  const unlock = (chosen: ChosenFile): void => {
    setFile(chosen)
    setPlace({ at: 'unlock' })
  }
  const existing = useFileChoice(unlock)
  useEffect(() => {
    if (offered !== null) unlock(offered)
  }, [offered])
  if (file === null || place.at === 'newVault') {
    const cancel = file === null ? undefined : () => setPlace({ at: 'unlock' })
    return <FirstRun onCancel={cancel} onOpenExisting={existing.choose} />
  }
  switch (place.at) {
    case 'unlock':
      return (
        <UnlockScreen
          file={file}
          reason={file.handle === vault?.handle ? reason : null}
          onFile={unlock}
          onNewVault={() => setPlace({ at: 'newVault' })}
          onRecover={() => setPlace({ at: 'recover' })}
          onDamaged={(offset) => setPlace({ at: 'damaged', offset })}
        />
      )
    case 'recover':
      return <RecoveryScreen file={file} onCancel={() => setPlace({ at: 'unlock' })} />
    case 'damaged':
      return (
        <DamagedScreen file={file} offset={place.offset} onBack={() => setPlace({ at: 'unlock' })} onFile={unlock} />
      )
  }
}
