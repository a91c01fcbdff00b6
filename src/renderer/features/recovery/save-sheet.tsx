import { call } from '../../api.ts'
import { errorText } from '../../error-text.ts'
import { useTask } from '../../session/use-task.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'

/** The sheet as a file, for a printer elsewhere; what it says of itself says where such a file should not stay. */
export function SaveSheet() {
  const t = useTexts()
  const toast = useToast()
  const save = useTask(async () => {
    try {
      const { saved } = await call('recovery.savePdf', undefined)
      if (saved) toast.show({ id: 'sheet', text: t.recovery.savedPdf })
    } catch (error) {
      toast.show({ id: 'failure', tone: 'danger', text: errorText(t, error) })
    }
  })
  return (
    <Button icon="save" disabled={save.busy} onClick={() => save.run()}>
      {t.recovery.savePdf}
    </Button>
  )
}
