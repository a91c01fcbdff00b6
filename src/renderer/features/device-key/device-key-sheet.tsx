import { createPortal } from 'react-dom'
import { useSession } from '../../session/session.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import printed from '../recovery/printed-sheet.module.css'
import styles from './device-key.module.css'

type DeviceKeySheetProps = { readonly printed: string; readonly onClose: () => void }

/** The key, to be typed on another computer: on the screen, and as the printer gets it in place of the window. */
export function DeviceKeySheet({ printed: text, onClose }: DeviceKeySheetProps) {
  const t = useTexts()
  const { session } = useSession()
  const vault = session.status === 'unlocked' ? session.vault.name : ''
  return (
    <Dialog
      wide
      title={t.deviceKey.sheetTitle}
      onClose={onClose}
      foot={
        <>
          <Button icon="print" onClick={() => window.print()}>
            {t.deviceKey.printSheet}
          </Button>
          <Button kind="primary" onClick={onClose}>
            {t.common.done}
          </Button>
        </>
      }
    >
      <p>{t.deviceKey.sheetText}</p>
      <div className={styles['sheet']}>
        <QrCode text={text} label={t.deviceKey.qr} />
        <p className={styles['key']} translate="no">
          {text}
        </p>
      </div>
      <p className="muted small">{t.deviceKey.sheetUse}</p>
      {createPortal(
        <div className={printed['sheet']} data-printed="" aria-hidden="true">
          <h1>{t.deviceKey.printed.title(vault)}</h1>
          <p>{t.deviceKey.printed.use}</p>
          <QrCode text={text} label={t.deviceKey.qr} />
          <p className={styles['key']}>{text}</p>
          <p>{t.deviceKey.sheetUse}</p>
        </div>,
        document.body
      )}
    </Dialog>
  )
}
