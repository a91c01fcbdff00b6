import type { KeyboardEvent, RefObject } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { KeyHint } from '../../ui/key-hint.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './list-pane.module.css'
import { LIST_ID, rowId } from './row-id.ts'

type SearchFieldProps = {
  readonly input: RefObject<HTMLInputElement | null>
  readonly items: number | null
  readonly text: string
  readonly selected: string | null
  onText(text: string): void
  onKeyDown(event: KeyboardEvent): void
}

/** Keeps the caret while arrows move the selected row: a combobox whose popup is the list itself. */
export function SearchField({ input, items, text, selected, onText, onKeyDown }: SearchFieldProps) {
  const t = useTexts()
  return (
    <TextField
      ref={input}
      type="search"
      role="combobox"
      aria-expanded="true"
      aria-autocomplete="list"
      aria-haspopup="grid"
      aria-controls={LIST_ID}
      {...(selected === null ? {} : { 'aria-activedescendant': rowId(selected) })}
      className={styles['search']}
      label={t.list.searchName}
      placeholder={t.list.search(items ?? 0)}
      icon="search"
      quiet
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      end={text === '' ? <KeyHint keys="Ctrl+F" className={styles['key']} /> : null}
    />
  )
}
