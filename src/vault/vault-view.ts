import type { VaultView } from '../shared/vault-views.ts'
import { passwordSlot, recoverySlot } from './keys/unlock-head.ts'
import type { OpenedVault } from './opened-vault.ts'

/** What the window shows of the vault as a whole. */
export function vaultView(opened: OpenedVault, readOnly: boolean, notices: VaultView['notices']): VaultView {
  const { head, folded, file } = opened
  const { kdf, deviceKeyId } = passwordSlot(head.header)
  const { memoryKiB, passes, lanes } = kdf
  const name = folded.vaultProperties().get('name')?.value
  return {
    name: typeof name === 'string' ? name : '',
    place: file.path,
    items: folded.size,
    readOnly,
    kdf: { memoryKiB, passes, lanes },
    hasRecoveryPhrase: recoverySlot(head.header) !== undefined,
    hasDeviceKey: deviceKeyId !== null,
    notices
  }
}
