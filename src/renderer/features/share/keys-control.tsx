import { useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { KeysDialog } from './keys-dialog.tsx'

/** The button of the setting, and what it opens. */
export function KeysControl() {
  const t = useTexts().share.settings
  const [shown, setShown] = useState(false)
  return (
    <>
      <Button onClick={() => setShown(true)}>{t.action}</Button>
      {shown ? <KeysDialog onClose={() => setShown(false)} /> : null}
    </>
  )
}
