import { useTexts } from '../../texts/use-texts.ts'
import { Check } from '../../ui/check.tsx'
import { PasswordInput } from '../../ui/password-input.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { LEAST_CHARACTERS } from '../password/password-rules.ts'
import styles from './export.module.css'
import { type ExportForm, takesPassword } from './use-export-items.ts'

/** What opens the file. */
export function ExportSealPart({ form }: { readonly form: ExportForm }) {
  const t = useTexts()
  const { format, way, missing } = form
  const isAge = format === 'age'
  return (
    <div className={styles['seal']}>
      {isAge ? (
        <div className={styles['way']}>
          {/* The choices go on from it; read aloud, it is the name of their group. */}
          <span aria-hidden="true">{t.exports.seal}</span>
          <Segmented
            label={t.exports.seal}
            choices={[
              { value: 'password', label: t.exports.passphrase },
              { value: 'keys', label: t.exports.keys }
            ]}
            value={way}
            onChange={form.setWay}
          />
        </div>
      ) : null}
      {takesPassword(format, way) ? (
        <PasswordInput
          ref={form.own}
          label={t.exports.filePassword}
          labelShown
          onInput={(event) => form.typed(event.currentTarget.value)}
          hint={missing > 0 ? t.password.tooShort(LEAST_CHARACTERS, missing) : undefined}
        />
      ) : (
        <TextArea
          label={t.exports.recipients}
          placeholder={t.exports.recipients}
          mono
          value={form.recipients}
          onChange={(event) => form.setRecipients(event.currentTarget.value)}
        />
      )}
      {isAge ? (
        <Check checked={form.armor} onChange={form.setArmor}>
          {t.exports.armor}
        </Check>
      ) : null}
    </div>
  )
}
