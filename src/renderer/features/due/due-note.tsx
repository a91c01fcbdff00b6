import type { DueReason } from '../../../shared/item-views.ts'
import { useFormat } from '../../texts/use-format.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { dueWords } from './due-words.ts'

type DueNoteProps = {
  readonly due: { readonly at: number; readonly why: DueReason }
  /** It stands beside its date, under a label that says what happens then. */
  readonly beside?: boolean
}

/** When it ends or is to be changed, beside what does. */
export function DueNote({ due, beside = false }: DueNoteProps) {
  const t = useTexts()
  const { text, when, tone } = dueWords(t, useFormat(), due)
  return <span className={`small ${tone}`}>{beside && tone !== 'danger' ? when : text}</span>
}
