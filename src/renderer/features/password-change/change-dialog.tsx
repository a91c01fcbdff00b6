import { useRef, useState } from 'react'
import type { FieldView, ItemDetail } from '../../../shared/item-views.ts'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { PasswordInput } from '../../ui/password-input.tsx'
import { takeValue } from '../../ui/take-value.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { GeneratorPanel } from '../generator/generator-panel.tsx'
import type { ItemActions } from '../shell/item-actions.ts'
import styles from './password-change.module.css'

type ChangeDialogProps = {
  readonly item: ItemDetail
  readonly field: FieldView
  readonly label: string
  readonly actions: ItemActions
  onError(error: unknown): void
  onClose(): void
}

/** The first phase: a new password is made and put beside the old one. The old one stays in force. */
export function ChangeDialog({ item, field, label, actions, onError, onClose }: ChangeDialogProps) {
  const t = useTexts()
  const [own, setOwn] = useState(false)
  const begin = (text: string, bits: number | null) => {
    call('passwordChange.begin', { item: item.id, field: field.id, text: secret(text), bits }).then(() => {
      actions.changed()
      actions.offerUndo(t.passwordChange.begun(item.title || t.shell.untitled))
      onClose()
    }, onError)
  }
  return (
    <Dialog title={t.passwordChange.title(label)} onClose={onClose} wide>
      <div className={styles['make']}>
        <p>{t.passwordChange.lead}</p>
        <Segmented
          label={t.passwordChange.how}
          value={own ? 'own' : 'made'}
          choices={[
            { value: 'made', label: t.passwordChange.made },
            { value: 'own', label: t.passwordChange.own }
          ]}
          onChange={(how) => setOwn(how === 'own')}
        />
        {own ? <OwnPassword onUse={(text) => begin(text, null)} /> : <GeneratorPanel onUse={begin} />}
      </div>
    </Dialog>
  )
}

function OwnPassword({ onUse }: { onUse(text: string): void }) {
  const t = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const use = () => {
    const text = takeValue(input.current)
    if (text !== '') onUse(text)
  }
  return (
    <form
      className={styles['own']}
      onSubmit={(event) => {
        event.preventDefault()
        use()
      }}
    >
      <PasswordInput ref={input} label={t.passwordChange.newOne} autoComplete="new-password" />
      <Button kind="primary" submits>
        {t.passwordChange.use}
      </Button>
    </form>
  )
}
