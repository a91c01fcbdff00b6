import { useRef, useState } from 'react'
import type { Output } from '../../../shared/api.ts'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { call } from '../../api.ts'
import { secret } from '../../secret.ts'
import { useTask } from '../../session/use-task.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { takeValue } from '../../ui/take-value.ts'
import { PasswordDialog } from '../password/password-dialog.tsx'

type SalvageDialogProps = {
  readonly file: ChosenFile
  readonly onClose: () => void
  readonly onOpen: (file: ChosenFile) => void
}

type Report = NonNullable<Output<'vault.salvage'>>

export function SalvageDialog({ file, onClose, onOpen }: SalvageDialogProps) {
  const t = useTexts()
  const [report, setReport] = useState<Report | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const task = useTask(async () => {
    const masterPassword = secret(takeValue(input.current))
    setReport(await call('vault.salvage', { file: file.handle, masterPassword }))
  })
  if (report !== null) return <SalvageReport report={report} onClose={onClose} onOpen={onOpen} />
  return (
    <PasswordDialog
      title={t.damaged.salvageTitle}
      text={t.damaged.salvageAsk}
      label={t.common.masterPassword}
      action={t.damaged.salvage}
      input={input}
      task={task}
      job="salvage"
      jobLabel={t.damaged.salvaging}
      onClose={onClose}
    />
  )
}

function SalvageReport({ report, onClose, onOpen }: Omit<SalvageDialogProps, 'file'> & { readonly report: Report }) {
  const t = useTexts()
  const format = useFormat()
  const { written, items, lostFrames, lostBytes, missingSince, unread } = report
  return (
    <Dialog
      title={t.damaged.salvaged(items)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t.ui.close}</Button>
          <Button kind="primary" onClick={() => onOpen(written)}>
            {t.damaged.openSalvaged}
          </Button>
        </>
      }
    >
      <p>{lostFrames === 0 ? t.damaged.nothingLost : t.damaged.lost(lostFrames, format.bytes(lostBytes))}</p>
      {unread === 0 ? null : <p>{t.damaged.unread(format.bytes(unread))}</p>}
      {missingSince === null ? null : <p>{t.damaged.missingSince(format.momentWithin(missingSince))}</p>}
      <p>{t.damaged.writtenTo(written.name, written.folder)}</p>
    </Dialog>
  )
}
