import type { LockReason } from '../../../shared/events.ts'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { errorText } from '../../error-text.ts'
import { useSettings } from '../../session/settings-context.ts'
import { useCtrlKey } from '../../session/use-key.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { AppIcon } from '../../ui/app-icon.tsx'
import { Button } from '../../ui/button.tsx'
import { Gate } from '../../ui/gate.tsx'
import { RecentVaults } from './recent-vaults.tsx'
import { UnlockForm } from './unlock-form.tsx'
import styles from './unlock.module.css'
import { useFileChoice } from './use-file-choice.ts'
import { vaultTitle } from './vault-title.ts'

type UnlockScreenProps = {
  readonly file: ChosenFile
  readonly reason: LockReason | null
  readonly onFile: (file: ChosenFile) => void
  readonly onNewVault: () => void
  readonly onRecover: () => void
  readonly onDamaged: (offset: number | null) => void
}

export function UnlockScreen({ file, reason, onFile, onNewVault, onRecover, onDamaged }: UnlockScreenProps) {
  const t = useTexts()
  const { settings } = useSettings()
  const choice = useFileChoice(onFile)
  useCtrlKey('o', () => {
    choice.choose()
    return true
  })
  const because = reason === null ? null : t.unlock.lockedBecause(reason, settings.lockAfterMinutes)
  return (
    <Gate
      onDropFile={choice.drop}
      dropText={t.unlock.drop}
      foot={
        <>
          <span className="line">
            <Button kind="plain" keys="Ctrl+O" onClick={choice.choose}>
              {t.unlock.openFile}
            </Button>
            <Button kind="plain" onClick={onNewVault}>
              {t.unlock.newVault}
            </Button>
          </span>
          <Button kind="plain" onClick={onRecover}>
            {t.unlock.useRecovery}
          </Button>
        </>
      }
    >
      <AppIcon large />
      <h1 className={`h1 ${styles['title']}`}>{vaultTitle(file.name)}</h1>
      <p className={styles['place']} title={`${file.folder}/${file.name}`}>
        {file.folder}
      </p>
      {because === null ? null : <p className={styles['because']}>{because}</p>}
      <UnlockForm key={file.handle} file={file} onDamaged={onDamaged} />
      {choice.error === null ? null : (
        <p className={styles['refused']} role="alert">
          {choice.error === 'notDropped' ? t.unlock.notDropped : errorText(t, choice.error)}
        </p>
      )}
      <RecentVaults current={file} onChoose={onFile} />
    </Gate>
  )
}
