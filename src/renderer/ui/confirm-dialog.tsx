import { useRef } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

type ConfirmDialogProps = {
  readonly title: string
  readonly text: string
  /** Names what will happen, as the title does: never "OK". */
  readonly action: string
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** For what cannot be undone. Cancel has the focus. */
export function ConfirmDialog({ title, text, action, onConfirm, onClose }: ConfirmDialogProps) {
  const t = useTexts()
  const cancel = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      title={title}
      onClose={onClose}
      firstFocus={cancel}
      foot={
        <>
          <Button ref={cancel} onClick={onClose}>
            {t.ui.cancel}
          </Button>
          <Button kind="danger-solid" onClick={onConfirm}>
            {action}
          </Button>
        </>
      }
    >
      {text}
    </Dialog>
  )
}
