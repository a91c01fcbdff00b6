import { useCallback, useState } from 'react'
import { fieldLabel } from '../../texts/type-names.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { classes } from '../../ui/classes.ts'
import { CountdownRing, LAST_SECONDS } from '../../ui/countdown-ring.tsx'
import { FieldRow } from '../../ui/field-row.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './detail.module.css'
import type { FieldProps } from './field-props.ts'
import { QrDialog } from '../codes/qr-dialog.tsx'
import { groupCode } from './group-code.ts'
import { useOneTimeCode } from './use-one-time-code.ts'

type CodeRowProps = FieldProps & { readonly changedAt: number; readonly title: string }

export function CodeRow({ item, field, keys, changedAt, title, onCopy, onError }: CodeRowProps) {
  const t = useTexts()
  const { code, secondsLeft } = useOneTimeCode(item, field.id, changedAt)
  const label = fieldLabel(t, field.label)
  const known = code.is === 'known'
  const [asQr, setAsQr] = useState(false)
  const close = useCallback(() => setAsQr(false), [])
  return (
    <FieldRow
      label={label}
      keys={keys}
      actions={
        known ? (
          <>
            <IconButton size="small" icon="qr" label={t.codes.show} onClick={() => setAsQr(true)} />
            <IconButton size="small" icon="copy" label={t.detail.copy(label)} keys={keys} onClick={onCopy} />
          </>
        ) : null
      }
    >
      {known ? (
        <span className="line">
          <span className={styles['code']} translate="no">
            {groupCode(code.code)}
          </span>
          <CountdownRing left={secondsLeft} of={code.period} />
          <span className={classes('small', 'num', secondsLeft <= LAST_SECONDS ? 'warn' : 'muted')}>
            {t.ui.seconds(secondsLeft)}
          </span>
        </span>
      ) : (
        <span className="muted">{code.is === 'unreadable' ? t.detail.codeUnreadable : ''}</span>
      )}
      {asQr ? <QrDialog item={item} field={field.id} title={title} onClose={close} onError={onError} /> : null}
    </FieldRow>
  )
}
