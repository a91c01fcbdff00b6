import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'
import { classes } from './classes.ts'
import styles from './dialog.module.css'

type DialogProps = {
  readonly title: string
  readonly onClose: () => void
  readonly children?: ReactNode
  /** Buttons, the one that acts last. */
  readonly foot?: ReactNode
  readonly wide?: boolean
  readonly firstFocus?: RefObject<HTMLElement | null>
}

/** Modal, in the middle; mounted while it is open. Esc and a press beside it close it. */
export function Dialog({ title, onClose, children, foot, wide = false, firstFocus }: DialogProps) {
  return (
    <BaseDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles['scrim']} />
        <BaseDialog.Viewport className={classes(styles['viewport'], styles['middle'])}>
          <BaseDialog.Popup
            className={classes(styles['dialog'], wide && styles['wide'])}
            {...(firstFocus === undefined ? {} : { initialFocus: firstFocus })}
          >
            <BaseDialog.Title className="h3">{title}</BaseDialog.Title>
            <div className={styles['text']}>{children}</div>
            {foot === undefined ? null : <div className={styles['foot']}>{foot}</div>}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
