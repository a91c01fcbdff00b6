import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import styles from './full-dialog.module.css'

type FullDialogProps = {
  readonly label: string
  /** Esc asks for it; the owner may refuse while work is being done. */
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Takes the whole window, and the keys, while something has to be finished or given up. */
export function FullDialog({ label, onClose, children }: FullDialogProps) {
  return (
    <BaseDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Popup className={styles['full']} aria-label={label}>
          {children}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
