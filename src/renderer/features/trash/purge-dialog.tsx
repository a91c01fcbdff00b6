import { useTexts } from '../../texts/use-texts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

type PurgeDialogProps = { readonly title: string; onPurge(): void; onClose(): void }

/** The one confirmation of the app: what is purged is gone from the vault file. */
export function PurgeDialog({ title, onPurge, onClose }: PurgeDialogProps) {
  const t = useTexts()
  const name = title || t.shell.untitled
  // A long title is named above; the button that acts has room for a short one.
  const action = name.length > 24 ? t.shell.purge.short : t.shell.purge.action(name)
  return (
    <ConfirmDialog
      title={t.shell.purge.title(name)}
      text={t.shell.purge.text}
      action={action}
      onConfirm={onPurge}
      onClose={onClose}
    />
  )
}
