import { useEffect, useState } from 'react'
import type { BackupView, ChosenFile } from '../../../shared/vault-views.ts'
import { call } from '../../api.ts'

/** Verified backups beside a vault file that cannot be opened; null while they are looked for. */
export function useBackupsFor(file: ChosenFile): readonly BackupView[] | null {
  const [backups, setBackups] = useState<readonly BackupView[] | null>(null)
  useEffect(() => {
    void call('backup.forDamaged', { file: file.handle }).then(setBackups, () => setBackups([]))
  }, [file])
  return backups
}
