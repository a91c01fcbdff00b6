import type { ImportDone } from '../../../shared/import-views.ts'
import type { ChosenFile } from '../../../shared/vault-views.ts'
import { call } from '../../api.ts'
import { type Task, useTask } from '../../session/use-task.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'
import { receiptText } from './receipt-text.ts'

/** Writes the receipt as a text file, in the user's language. It names items and fields, and holds no value. */
export function useSaveReceipt(file: ChosenFile, done: ImportDone): Task<[]> {
  const t = useTexts()
  const format = useFormat()
  const toast = useToast()
  return useTask(async () => {
    const saved = await call('import.saveReceipt', { text: receiptText(t, format, file.name, done) })
    if (saved !== null) toast.show({ text: t.imports.receiptSaved(saved.name) })
  })
}
