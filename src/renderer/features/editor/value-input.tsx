import { type ClipboardEvent, useEffect } from 'react'
import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { isCode } from '../detail/text-shape.ts'
import { ScanMenu } from '../codes/scan-menu.tsx'
import { useScanCode } from '../codes/use-scan-code.tsx'
import { useStrength } from '../strength/use-strength.ts'
import { isWeak, WeakNote } from '../strength/weak-note.tsx'
import { besideOf } from './beside.ts'
import type { DraftField } from './draft.ts'
import { type } from './draft-changes.ts'
import styles from './editor.module.css'
import { inputType } from './input-type.ts'
import type { Saver } from './saver.ts'

type ValueInputProps = {
  readonly saver: Saver
  readonly field: DraftField
  readonly item: string | null
  readonly label: string
  readonly shown: boolean
  readonly generating: boolean
  onGenerate(): void
  onError(error: unknown): void
}

const GENERATED_KINDS: ReadonlySet<string> = new Set(['password', 'secret', 'pin'])
/** As long as every mask, whatever is behind it. */
const DOTS = '•'.repeat(12)
const SHOWN_MS = 30_000

export function ValueInput(props: ValueInputProps) {
  const { saver, field, label } = props
  if (field.concealed) return <SecretInput {...props} />
  const value = field.value ?? ''
  const onText = (text: string) => saver.change(type(field.id, text))
  if (field.kind === 'multiline')
    return (
      <TextArea
        label={label}
        mono={isCode(value)}
        value={value}
        onChange={(event) => onText(event.currentTarget.value)}
      />
    )
  return (
    <TextField
      {...inputType(field.kind, value)}
      label={label}
      value={value}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  )
}

/** Dots until asked for; what was stored comes to the page only then, and goes again after thirty seconds. */
function SecretInput({ saver, field, item, label, shown, generating, onGenerate, onError }: ValueInputProps) {
  const t = useTexts()
  useHideLater(saver, field.id, shown)
  const scan = useScanCode({ saver, field: field.id, onError })
  const [told, asker] = useStrength()
  const generated = field.bits !== undefined
  useEffect(() => {
    if (generated) asker.clear()
  }, [generated, asker])
  const show = () => {
    if (field.value !== null || item === null) return saver.show(field.id, null)
    call('item.reveal', { item, field: field.id }).then(({ value }) => saver.show(field.id, value), onError)
  }
  const common = {
    label,
    mono: true,
    value: field.value ?? '',
    placeholder: field.value === null ? DOTS : field.kind === 'otp' ? t.editor.otpHint : '',
    ...(field.value === null ? { title: t.editor.unchanged } : {}),
    ...(field.kind === 'otp' ? { onPaste: (event: ClipboardEvent) => pasteImage(event, scan.take) } : {}),
    onFocus: () => saver.hold(field.id),
    // What is kept of a password should be what was said of it.
    onBlur: () => void asker.settled().then(() => saver.release(field.id))
  }
  const onText = (text: string) => {
    saver.change(type(field.id, text))
    if (field.kind === 'password') asker.ask(() => ({ password: text, beside: besideOf(saver.state().draft) }))
  }
  const ends = (
    <span className={styles['ends']}>
      {field.kind === 'otp' ? <ScanMenu scan={scan} /> : null}
      {GENERATED_KINDS.has(field.kind) ? (
        <IconButton size="small" icon="dice" label={t.editor.generate(label)} on={generating} onClick={onGenerate} />
      ) : null}
      <IconButton
        size="small"
        icon={shown ? 'eye-off' : 'eye'}
        label={shown ? t.editor.hide(label) : t.editor.show(label)}
        onClick={() => (shown ? saver.hide(field.id) : show())}
      />
    </span>
  )
  if (field.kind === 'multiline') {
    return (
      <div className={shown ? undefined : styles['concealed']}>
        <TextArea {...common} onChange={(event) => onText(event.currentTarget.value)} end={ends} />
      </div>
    )
  }
  return (
    <TextField
      {...common}
      type={shown ? 'text' : 'password'}
      onChange={(event) => onText(event.currentTarget.value)}
      end={ends}
      hint={isWeak(told) ? <WeakNote told={told} /> : undefined}
    />
  )
}

/** A screenshot of a code can be pasted where its secret would be typed. */
function pasteImage(event: ClipboardEvent, take: (image: Blob) => void): void {
  const image = [...event.clipboardData.files].find(({ type: kind }) => kind.startsWith('image/'))
  if (image === undefined) return
  event.preventDefault()
  take(image)
}

function useHideLater(saver: Saver, field: string, shown: boolean): void {
  useEffect(() => {
    if (!shown) return
    const timer = setTimeout(() => saver.hide(field), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [saver, field, shown])
}
