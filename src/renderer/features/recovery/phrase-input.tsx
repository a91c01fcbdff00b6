import type { KeyboardEvent, RefObject } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './phrase-sheet.module.css'

type PhraseInputProps = {
  readonly ref: RefObject<HTMLTextAreaElement | null>
  readonly onInput: () => void
}

/** Room for 24 words. Enter goes on, as in a field of one line; a line break has nothing to say between words. */
export function PhraseInput({ ref, onInput }: PhraseInputProps) {
  const t = useTexts()
  const submit = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || event.shiftKey) return
    event.preventDefault()
    event.currentTarget.form?.requestSubmit()
  }
  return (
    <div className={styles['input']}>
      <TextArea
        ref={ref}
        label={t.recovery.words}
        mono
        rows={6}
        autoFocus
        autoCapitalize="none"
        onInput={onInput}
        onKeyDown={submit}
      />
    </div>
  )
}
