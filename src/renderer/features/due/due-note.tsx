import type { DueReason } from '../../../shared/views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { dueWords } from './due-words.ts'

type DueNoteProps = { readonly due: { readonly at: number; readonly why: DueReason } }

/** When it ends or is to be changed, beside what does. */
export function DueNote({ due }: DueNoteProps) {
  const t = useTexts()
  const { text, tone } = dueWords(t, useFormat(), due)
  return <span className={`small ${tone}`}>{text}</span>
}
