import { useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { ChangeDeviceKeyDialog } from './change-device-key-dialog.tsx'
import styles from './device-key.module.css'
import { PrintDeviceKeyDialog } from './print-device-key-dialog.tsx'

type Asked = 'add' | 'replace' | 'remove' | 'print'

/** The buttons of the setting, and whatever they ask. */
export function DeviceKeyControl({ on }: { readonly on: boolean }) {
  const t = useTexts().deviceKey
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const actions: readonly Asked[] = on ? ['print', 'replace', 'remove'] : ['add']
  return (
    <div className={styles['control']}>
      {actions.map((action) => (
        <Button key={action} onClick={() => setAsked(action)}>
          {t[action]}
        </Button>
      ))}
      {asked === 'print' ? <PrintDeviceKeyDialog onClose={close} /> : null}
      {asked === null || asked === 'print' ? null : <ChangeDeviceKeyDialog change={asked} onClose={close} />}
    </div>
  )
}
