import { useTexts } from '../../texts/use-texts.ts'
import { Check } from '../../ui/check.tsx'
import { PasswordInput } from '../../ui/password-input.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { LEAST_CHARACTERS } from '../password/password-rules.ts'
import styles from './share.module.css'
import { useRecipients } from './use-recipients.ts'
import type { ShareForm } from './use-share.ts'

export function ShareToPart({ form }: { readonly form: ShareForm }) {
  const t = useTexts()
  const { way, missing } = form
  return (
    <div className={styles['to']}>
      <Segmented
        label={t.share.to}
        choices={[
          { value: 'key', label: t.share.toKey },
          { value: 'passphrase', label: t.share.toPassphrase }
        ]}
        value={way}
        onChange={form.setWay}
      />
      {way === 'key' ? (
        <KeyChoice form={form} />
      ) : (
        <PasswordInput
          ref={form.passphrase}
          label={t.share.passphrase}
          labelShown
          onInput={(event) => form.typed(event.currentTarget.value)}
          hint={missing > 0 ? t.password.tooShort(LEAST_CHARACTERS, missing) : t.share.passphraseHint}
        />
      )}
    </div>
  )
}

function KeyChoice({ form }: { readonly form: ShareForm }) {
  const t = useTexts()
  const { list } = useRecipients()
  return (
    <>
      {list === null || list.length === 0 ? <p className="muted small">{t.share.noPeople}</p> : null}
      {(list ?? []).map(({ id, name, key, words }) => (
        <Check key={id} checked={form.keys.has(key)} onChange={() => form.toggleKey(key)}>
          {name}
          <span className={styles['words']}>{words.join(' ')}</span>
        </Check>
      ))}
      <TextArea
        label={t.share.otherKey}
        placeholder={t.share.otherKey}
        mono
        rows={2}
        value={form.otherKey}
        onChange={(event) => form.setOtherKey(event.currentTarget.value)}
      />
    </>
  )
}
