import { type ReactNode, useEffect, useState } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import { Button } from './button.tsx'
import { classes } from './classes.ts'
import { CountdownRing } from './countdown-ring.tsx'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './toast.module.css'
import type { Toast, ToastAction } from './toast-model.ts'
import { useToastTime } from './use-toast-time.ts'

type ToastCardProps = { readonly toast: Toast; readonly held: boolean; readonly onEnd: () => void }

export function ToastCard({ toast, held, onEnd }: ToastCardProps) {
  const t = useTexts()
  const left = useToastTime(toast, held)
  const [first] = useState(left ?? 0)
  useEffect(() => {
    if (left === 0) onEnd()
  }, [left, onEnd])
  const danger = toast.tone === 'danger'
  const counts = left !== null && (toast.until !== undefined || toast.lasts !== undefined)
  return (
    // What has no button can be reached too, to be read and held.
    <div className={classes(styles['toast'], danger && styles['danger'])} data-toast="" tabIndex={-1}>
      {danger ? <Icon name="alert" /> : null}
      {counts ? <CountdownRing left={left} of={first} /> : null}
      <Words toast={toast} first={first} left={left ?? 0} />
      <Action action={toast.action} onEnd={onEnd} />
      <Action action={toast.secondAction} onEnd={onEnd} />
      {danger ? <IconButton icon="x" label={t.ui.close} size="small" onClick={onEnd} /> : null}
    </div>
  )
}

/** What is announced is said once: a number that changes every second would be read out every second. */
function Words({ toast, first, left }: { readonly toast: Toast; readonly first: number; readonly left: number }) {
  const words = (seconds: number): ReactNode => (typeof toast.text === 'function' ? toast.text(seconds) : toast.text)
  return (
    <>
      <span className="visually-hidden" role={toast.tone === 'danger' ? 'alert' : 'status'}>
        {words(first)}
      </span>
      <span className={styles['text']} aria-hidden="true">
        {words(left)}
      </span>
    </>
  )
}

function Action({ action, onEnd }: { readonly action: ToastAction | undefined; readonly onEnd: () => void }) {
  if (action === undefined) return null
  const run = () => {
    action.run()
    onEnd()
  }
  return (
    <Button kind="plain" className={styles['action']} onClick={run}>
      {action.label}
    </Button>
  )
}
