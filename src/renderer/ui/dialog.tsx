import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { type ReactNode, type RefObject, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { classes } from './classes.ts'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'
import { useDialogRoom } from './use-dialog-room.ts'

type DialogProps = {
  readonly title: string
  readonly onClose: () => void
  readonly children?: ReactNode
  /** Buttons, the one that acts last; without any there is a way out beside the title. */
  readonly foot?: ReactNode
  readonly wide?: boolean
  readonly firstFocus?: RefObject<HTMLElement | null>
}

/**
 * Modal, in the middle; mounted while it is open. Esc and a press beside it close it. Never taller than the window: the
 * title and the buttons stay, what is between them scrolls.
 */
export function Dialog({ title, onClose, children, foot, wide = false, firstFocus }: DialogProps) {
  const t = useTexts()
  const [body, setBody] = useState<HTMLElement | null>(null)
  const { scrolls, tight } = useDialogRoom(body)
  return (
    <BaseDialog.Root
      open
      onOpenChange={(open, { event }) => {
        if (!open && !isOnToast(event)) onClose()
      }}
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles['scrim']} />
        <BaseDialog.Viewport className={classes(styles['viewport'], styles['middle'])}>
          <BaseDialog.Popup
            className={classes(styles['dialog'], wide && styles['wide'])}
            {...(firstFocus === undefined ? {} : { initialFocus: firstFocus })}
          >
            <header className={styles['head']}>
              <BaseDialog.Title className="h3">{title}</BaseDialog.Title>
              {foot === undefined ? <IconButton icon="x" label={t.ui.close} onClick={onClose} /> : null}
            </header>
            <div
              ref={setBody}
              className={styles['text']}
              {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}
            >
              {children}
            </div>
            {tight ? <div className={styles['room']} /> : null}
            {foot === undefined ? null : <div className={styles['foot']}>{foot}</div>}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

/** A toast stands above the dialog, and answering it is no wish to leave. */
const isOnToast = ({ target }: Event): boolean => target instanceof Element && target.closest('[data-toasts]') !== null
