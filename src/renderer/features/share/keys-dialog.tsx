import { useEffect, useState } from 'react'
import type { OwnKey } from '../../../shared/share-views.ts'
import { call } from '../../api.ts'
import { errorText } from '../../error-text.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PeoplePart } from './people-part.tsx'
import styles from './share.module.css'

/** The vault's own key, and those of others, each with the words that stand for it. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts()
  return (
    <Dialog
      title={t.share.keysTitle}
      wide
      onClose={onClose}
      foot={
        <Button kind="primary" onClick={onClose}>
          {t.common.done}
        </Button>
      }
    >
      <div className={styles['form']}>
        <OwnKeyPart />
        <PeoplePart />
      </div>
    </Dialog>
  )
}

function OwnKeyPart() {
  const t = useTexts()
  const toast = useToast()
  const [own, setOwn] = useState<OwnKey | null>(null)
  const [error, setError] = useState<unknown>(null)
  useEffect(() => {
    void call('share.ownKey', undefined).then(setOwn).catch(setError)
  }, [])
  const copy = async (key: string): Promise<void> => {
    await call('share.copy', { text: key })
    toast.show({ text: t.share.mineCopied })
  }
  return (
    <section>
      <h3 className="head">{t.share.mine}</h3>
      <p>{t.share.mineText}</p>
      {error === null ? null : <Notice kind="danger">{errorText(t, error)}</Notice>}
      {own === null ? null : (
        <>
          <p className={styles['key']} translate="no">
            {own.key}
          </p>
          <p className={styles['words']} translate="no" aria-label={t.share.words}>
            {own.words.join(' ')}
          </p>
          <p className="hint muted small">{t.share.wordsText}</p>
          <Button icon="copy" onClick={() => void copy(own.key).catch(setError)}>
            {t.share.copyMine}
          </Button>
        </>
      )}
    </section>
  )
}
