import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/api.ts'
import type { VaultView } from '../../../shared/vault-views.ts'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { errorCode, errorText } from '../../error-text.ts'
import { JobBar } from '../../session/job-bar.tsx'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { NewKeysDialog } from '../recovery/new-keys-dialog.tsx'
import styles from '../recovery/new-keys.module.css'

type Measure =
  | { readonly is: 'running' }
  | { readonly is: 'stopped' }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'known'; readonly value: Output<'keys.measureKdf'> }

/** Measures what a guess costs on this computer, and raises it when the computer can do more in a second. */
export function RaiseCost({ kdf, onClose }: { readonly kdf: VaultView['kdf']; readonly onClose: () => void }) {
  const t = useTexts().newKeys.cost
  const [measure, again] = useMeasure()
  const proposed = measure.is === 'known' ? measure.value.proposed : kdf
  const more = proposed.memoryKiB * proposed.passes > kdf.memoryKiB * kdf.passes
  return (
    <NewKeysDialog
      title={t.title}
      heading={t.heading}
      lead={t.lead}
      action={t.action}
      done={t.done}
      ready={more}
      renew={async (masterPassword) =>
        (await call('keys.raiseKdf', { masterPassword: secret(masterPassword), kdf: proposed })).recoveryPhrase
      }
      onClose={onClose}
    >
      <div className={styles['measure']}>
        <Measured measure={measure} kdf={kdf} onAgain={again} />
      </div>
    </NewKeysDialog>
  )
}

function useMeasure(): readonly [Measure, () => void] {
  const [measure, setMeasure] = useState<Measure>({ is: 'running' })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let wanted = true
    setMeasure({ is: 'running' })
    call('keys.measureKdf', undefined).then(
      (value) => wanted && setMeasure({ is: 'known', value }),
      (error: unknown) =>
        wanted && setMeasure(errorCode(error) === 'CANCELLED' ? { is: 'stopped' } : { is: 'failed', error })
    )
    return () => {
      wanted = false
      // A window that was closed waits for nothing.
      void call('job.cancel', { job: 'calibrate' }).catch(() => {})
    }
  }, [turn])
  return [measure, () => setTurn((before) => before + 1)]
}

type MeasuredProps = { readonly measure: Measure; readonly kdf: VaultView['kdf']; onAgain(): void }

function Measured({ measure, kdf, onAgain }: MeasuredProps) {
  const t = useTexts()
  const format = useFormat()
  const said = ({ memoryKiB, passes }: VaultView['kdf'], milliseconds: number) =>
    t.newKeys.cost.takes(
      t.generator.kdf(format.number(Math.round(memoryKiB / 1024)), passes),
      format.decimals(milliseconds / 1000, 2)
    )
  switch (measure.is) {
    case 'running':
      return <JobBar job="calibrate" label={t.newKeys.cost.measuring} />
    case 'stopped':
      return <Button onClick={onAgain}>{t.newKeys.cost.again}</Button>
    case 'failed':
      return <Notice kind="danger">{errorText(t, measure.error)}</Notice>
    case 'known': {
      const { proposed, milliseconds, proposedMilliseconds } = measure.value
      const more = proposed.memoryKiB * proposed.passes > kdf.memoryKiB * kdf.passes
      return (
        <>
          <p>{t.newKeys.cost.now(said(kdf, milliseconds))}</p>
          <p className="strong">
            {more ? t.newKeys.cost.could(said(proposed, proposedMilliseconds)) : t.newKeys.cost.enough}
          </p>
        </>
      )
    }
  }
}
