import type { Output } from '../../../shared/api.ts'
import { useSession } from '../../session/session.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { FullDialog } from '../../ui/full-dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Wizard, WizardHint } from '../../ui/wizard.tsx'
import { PhraseSheet } from '../recovery/phrase-sheet.tsx'
import { usePhraseProof } from '../recovery/use-phrase-proof.ts'
import styles from './backups.module.css'

type ExportedDialogProps = {
  readonly exported: NonNullable<Output<'backup.export'>>
  readonly onClose: () => void
}

/** What was written and where, and the backup's own recovery phrase, which is never shown again. */
export function ExportedDialog({ exported, onClose }: ExportedDialogProps) {
  const t = useTexts()
  const { session } = useSession()
  const { file, items, recoveryPhrase } = exported
  const proof = usePhraseProof(recoveryPhrase)
  const proved = proof.left === 0
  return (
    // Esc does not close it: the words would be gone.
    <FullDialog label={t.backups.exported} onClose={() => {}}>
      <Wizard
        inDialog
        title={t.backups.title}
        steps={[t.backups.exportTitle, t.recovery.title]}
        step={1}
        heading={t.backups.exported}
        lead={t.backups.exportedTo(file.name, file.folder)}
        onSubmit={onClose}
        foot={
          <>
            <WizardHint>{proved ? t.recovery.proved : t.recovery.toGo(proof.left)}</WizardHint>
            <Button size="large" submits kind={proved ? 'primary' : 'outline'}>
              {t.common.done}
            </Button>
          </>
        }
      >
        <ul className={styles['facts']}>
          <li>
            <Icon name="check" className={styles['ok']} />
            {t.backups.exportedItems(items)}
          </li>
          <li>
            <Icon name="shield-check" className={styles['ok']} />
            {t.backups.exportFiles(file.name)}
          </li>
        </ul>
        <h2 className={`h3 ${styles['phraseHead']}`}>{t.backups.exportPhrase}</h2>
        <p className="quiet">{t.backups.exportPhraseText}</p>
        <PhraseSheet
          words={recoveryPhrase}
          vaultName={session.status === 'unlocked' ? session.vault.name : file.name}
          proof={proof}
        />
      </Wizard>
    </FullDialog>
  )
}
