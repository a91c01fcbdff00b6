import { useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { ExportItemsDialog } from './export-items-dialog.tsx'

/** The button of the setting, and what it asks. */
export function ExportControl() {
  const t = useTexts().exports
  const [asked, setAsked] = useState(false)
  return (
    <>
      <Button onClick={() => setAsked(true)}>{t.action}</Button>
      {asked ? <ExportItemsDialog onClose={() => setAsked(false)} /> : null}
    </>
  )
}
