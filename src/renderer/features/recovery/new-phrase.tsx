import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { NewKeysDialog } from './new-keys-dialog.tsx'

/** Another recovery phrase, the master password staying what it is: a lost sheet must not open the vault. */
export function NewPhrase({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts().newKeys.phrase
  return (
    <NewKeysDialog
      title={t.title}
      heading={t.heading}
      lead={t.lead}
      action={t.action}
      done={t.done}
      ready
      renew={async (masterPassword) =>
        (await call('keys.newPhrase', { masterPassword: secret(masterPassword) })).recoveryPhrase
      }
      onClose={onClose}
    />
  )
}
