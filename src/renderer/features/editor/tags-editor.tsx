import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { TagChip } from '../../ui/tag-chip.tsx'
import { TagOptions } from '../tags/tag-options.tsx'
import styles from './editor.module.css'

type TagsEditorProps = {
  readonly tags: readonly string[]
  readonly known: readonly string[]
  onTags(tags: readonly string[]): void
}

/** Enter or a comma makes a tag of what was typed; so does leaving the field. `/` nests. */
export function TagsEditor({ tags, known, onTags }: TagsEditorProps) {
  const t = useTexts()
  const [text, setText] = useState('')
  const list = useId()
  // With thousands of tags, looking each up in the list would hold up every key.
  const given = useMemo(() => new Set(tags), [tags])
  const put = () => {
    if (text.trim() !== '') onTags([...tags, ...text.split(',')])
    setText('')
  }
  const keys = (event: KeyboardEvent) => {
    if ((event.key === 'Enter' || event.key === ',') && text.trim() !== '') {
      event.preventDefault()
      put()
    } else if (event.key === 'Backspace' && text === '') onTags(tags.slice(0, -1))
  }
  return (
    <div className={styles['edit']} role="group" aria-label={t.editor.tags}>
      <span className={styles['label']}>{t.editor.tags}</span>
      <div className={styles['tags']}>
        {tags.map((tag) => (
          <TagChip key={tag} tag={tag} onRemove={() => onTags(tags.filter((each) => each !== tag))} />
        ))}
        <input
          list={list}
          aria-label={t.editor.tags}
          placeholder={t.editor.addTag}
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={keys}
          onBlur={put}
        />
        <TagOptions id={list} known={known} given={given} typed={text} />
      </div>
    </div>
  )
}
