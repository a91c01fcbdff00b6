import { useTexts } from '../../texts/use-texts.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'

type PurgeDialogProps = { readonly items: readonly { readonly title: string }[]; onPurge(): void; onClose(): void }

/** The one confirmation of the app: what is purged is gone from the vault file. One item is named, several counted. */
export function PurgeDialog({ items, onPurge, onClose }: PurgeDialogProps) {
  const t = useTexts()
  const common = { onConfirm: onPurge, onClose }
  const [first] = items
  if (first === undefined || items.length > 1) {
    const count = t.many.items(items.length)
    return (
      <ConfirmDialog
        {...common}
        title={t.many.purgeTitle(count)}
        text={t.many.purgeText}
        action={t.many.purgeAction(count)}
      />
    )
  }
  const name = first.title || t.shell.untitled
  // A long title is named above; the button that acts has room for a short one.
  const action = name.length > 24 ? t.shell.purge.short : t.shell.purge.action(name)
  return <ConfirmDialog {...common} title={t.shell.purge.title(name)} text={t.shell.purge.text} action={action} />
}
