import { useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useGo } from '../shell/place-context.ts'
import { useCopy } from './copy-context.tsx'
import styles from './file-notices.module.css'
import { useFoundCopies } from './use-found-copies.ts'

/** Another copy lies beside the vault and brings something: it is offered until it is merged or put away. */
export function FoundNotice() {
  const t = useTexts()
  const go = useGo()
  const { file, choose } = useCopy()
  const found = useFoundCopies()
  const [away, setAway] = useState<ReadonlySet<string>>(new Set())
  const [first, ...more] = found.filter((copy) => !away.has(copy.file.name))
  if (first === undefined || file !== null) return null
  const review = () => {
    choose(first.file)
    go({ at: 'page', page: 'merge' })
  }
  const { name } = first.file
  return (
    <Notice
      icon="merge"
      className={styles['notice']}
      actions={
        <span className={styles['actions']}>
          <Button size="small" onClick={review}>
            {t.merge.review}
          </Button>
          <IconButton
            icon="x"
            size="small"
            label={t.ui.close}
            onClick={() => setAway(new Set(found.map((copy) => copy.file.name)))}
          />
        </span>
      }
    >
      {more.length === 0 ? t.merge.found(name) : t.merge.foundMore(name, more.length)}
    </Notice>
  )
}
