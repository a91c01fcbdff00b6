import { useEffect } from 'react'
import type { VaultView } from '../shared/vault-views.ts'
import { AttachProvider } from './features/attachments/attach-provider.tsx'
import { BackupsPage } from './features/backups/backups-page.tsx'
import { VaultNotices } from './features/damaged/vault-notices.tsx'
import { ImportPage } from './features/import/import-page.tsx'
import { ImportProvider } from './features/import/import-provider.tsx'
import { GeneratorPage } from './features/generator/generator-page.tsx'
import { CopyProvider } from './features/merge/copy-context.tsx'
import { MergePage } from './features/merge/merge-page.tsx'
import { SettingsPage } from './features/settings/settings-page.tsx'
import { Shell } from './features/shell/shell.tsx'
import { TimeMachinePage } from './features/time-machine/time-machine-page.tsx'
import { useSession } from './session/session.ts'
import { useTexts } from './texts/use-texts.ts'
import { useToast } from './ui/toast.tsx'

const PAGES = {
  generator: <GeneratorPage />,
  backups: <BackupsPage />,
  timeMachine: <TimeMachinePage />,
  merge: <MergePage />,
  settings: <SettingsPage />,
  import: <ImportPage />
}

export function OpenVault({ vault }: { readonly vault: VaultView }) {
  useOfferedVault()
  return (
    <ImportProvider readOnly={vault.readOnly}>
      <CopyProvider>
        <AttachProvider>
          <Shell vault={vault} pages={PAGES} notices={<VaultNotices vault={vault} />} />
        </AttachProvider>
      </CopyProvider>
    </ImportProvider>
  )
}

/** A file that is handed over never closes the vault that is open: it is mentioned, and waits. */
function useOfferedVault(): void {
  const t = useTexts()
  const toast = useToast()
  const { offered, lock } = useSession()
  useEffect(() => {
    if (offered === null) return
    toast.show({
      id: 'offered',
      text: t.unlock.offered(offered.name),
      action: { label: t.unlock.lockAndOpen, run: () => void lock() }
    })
  }, [offered, lock, t, toast])
}
