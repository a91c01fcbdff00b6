import { useCallback, useEffect, useRef, useState } from 'react'
import type { KeptSecret } from '../../../shared/history-views.ts'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { useSession } from '../../session/session.ts'

export type KeptSecrets = { readonly kept: readonly KeptSecret[]; keep(text: string): void }

/** The last generated secrets, sealed in the open vault; without one nothing is kept. */
export function useKeptSecrets(): KeptSecrets {
  const { session } = useSession()
  const open = session.status === 'unlocked' && !session.vault.readOnly
  const [kept, setKept] = useState<readonly KeptSecret[]>([])
  const read = useCallback(() => {
    // It is a convenience: a vault that is locking just now has no list, and that is no failure to speak of.
    call('kept.generated', undefined).then(setKept, () => {})
  }, [])
  useEffect(() => {
    if (session.status === 'unlocked') read()
  }, [session.status, read])
  const keep = useCallback(
    (text: string) => {
      if (open) call('kept.keepGenerated', { text: secret(text) }).then(read, () => {})
    },
    [open, read]
  )
  return { kept, keep }
}

/** Long enough to have been read, or typed off somewhere. */
const SEEN_MS = 2000

/** What has stood on the screen for a while is kept when it gives way to the next one, or the generator closes. */
export function useKeepSeen(text: string | null, keep: (text: string) => void): void {
  const latest = useRef(keep)
  useEffect(() => {
    latest.current = keep
  })
  useEffect(() => {
    if (text === null) return
    const since = Date.now()
    return () => {
      if (Date.now() - since >= SEEN_MS) latest.current(text)
    }
  }, [text])
}
