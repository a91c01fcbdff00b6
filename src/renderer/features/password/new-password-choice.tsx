import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { errorText } from '../../error-text.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { useReroll } from '../keys/use-reroll.ts'
import { WordRolls } from '../generator/word-rolls.tsx'
import styles from './new-password.module.css'
import { OwnPassword } from './own-password.tsx'
import type { NewPassword } from './use-new-password.ts'
import { WordsFoot } from './words-foot.tsx'

/** Six words by dice first; a password of one's own for who insists. */
export function NewPasswordChoice({ model }: { readonly model: NewPassword }) {
  const t = useTexts()
  const { mode, setMode, passphrase } = model
  useReroll(() => {
    if (mode === 'generated') passphrase.rollAll()
  })
  return (
    <div>
      <div className={styles['modes']}>
        <Segmented
          kind="tabs"
          label={t.password.modes}
          choices={[
            { value: 'generated', label: t.password.generated },
            { value: 'own', label: t.password.own }
          ]}
          value={mode}
          onChange={setMode}
        />
        {mode === 'generated' ? (
          <Button icon="reroll" keys="Ctrl+R" onClick={passphrase.rollAll}>
            {t.password.rerollAll}
          </Button>
        ) : null}
      </div>
      {mode === 'own' ? (
        <OwnPassword model={model} />
      ) : (
        <>
          {passphrase.error === null ? null : <Notice kind="danger">{errorText(t, passphrase.error)}</Notice>}
          <WordRolls passphrase={passphrase} size="large" />
          <WordsFoot model={model} />
        </>
      )}
    </div>
  )
}
