import { useRef } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ToIgnore } from './health-hands.ts'

type IgnoreDialogProps = { readonly what: ToIgnore; onIgnore(reason: string): void; onClose(): void }

/** A finding is set aside with the reason, so that a year later one knows why. */
export function IgnoreDialog({ what, onIgnore, onClose }: IgnoreDialogProps) {
  const t = useTexts()
  const reason = useRef<HTMLInputElement>(null)
  const ignore = () => onIgnore(reason.current?.value.trim() ?? '')
  return (
    <Dialog
      title={t.health.ignoreTitle(t.health.kindOf[what.kind], what.title)}
      onClose={onClose}
      firstFocus={reason}
      foot={
        <>
          <Button onClick={onClose}>{t.ui.cancel}</Button>
          <Button kind="primary" onClick={ignore}>
            {t.health.ignoreIt}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          ignore()
        }}
      >
        <TextField ref={reason} label={t.health.reason} labelShown hint={t.health.reasonHint} maxLength={200} />
      </form>
    </Dialog>
  )
}
