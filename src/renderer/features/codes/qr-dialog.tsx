import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/api.ts'
import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { CountdownRing } from '../../ui/countdown-ring.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useSecondsLeft } from '../../ui/use-seconds-left.ts'
import styles from './codes.module.css'

type QrDialogProps = {
  readonly item: string
  readonly field: string
  readonly title: string
  onClose(): void
  onError(error: unknown): void
}

const SHOWN_MS = 30_000

type Shown = Output<'code.draw'> & { readonly until: number }

/** A secret in the open, guarded like any other: thirty seconds at most, and gone when the window loses the focus. */
export function QrDialog({ item, field, title, onClose, onError }: QrDialogProps) {
  const t = useTexts()
  const drawing = useDrawing({ item, field, onClose, onError })
  const left = useSecondsLeft(drawing?.until ?? null)
  useEffect(() => {
    if (left === 0) onClose()
  }, [left, onClose])
  return (
    <Dialog
      title={t.codes.phone}
      onClose={onClose}
      foot={
        <>
          {drawing === null ? null : (
            <span className="line">
              <CountdownRing left={left ?? 0} of={SHOWN_MS / 1000} />
              <span className="muted small num">{t.ui.seconds(left ?? 0)}</span>
            </span>
          )}
          <Button onClick={onClose}>{t.ui.close}</Button>
        </>
      }
    >
      <p>{t.codes.phoneHint}</p>
      {drawing === null ? null : (
        <svg
          className={styles['code']}
          viewBox={`0 0 ${drawing.size} ${drawing.size}`}
          role="img"
          aria-label={t.codes.drawn(title)}
          shapeRendering="crispEdges"
        >
          <rect className={styles['paper']} width={drawing.size} height={drawing.size} />
          <path className={styles['ink']} d={drawing.path} />
        </svg>
      )}
    </Dialog>
  )
}

function useDrawing({ item, field, onClose, onError }: Omit<QrDialogProps, 'title'>): Shown | null {
  const [drawing, setDrawing] = useState<Shown | null>(null)
  useEffect(() => {
    let wanted = true
    call('code.draw', { item, field }).then(
      (drawn) => wanted && setDrawing({ ...drawn, until: Date.now() + SHOWN_MS }),
      (error: unknown) => {
        onError(error)
        onClose()
      }
    )
    window.addEventListener('blur', onClose)
    return () => {
      wanted = false
      window.removeEventListener('blur', onClose)
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- drawn once; another handler is no reason to show it longer
  }, [item, field])
  return drawing
}
