import { type FormEvent, useId, useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './many-pane.module.css'

type ManyTagsProps = {
  readonly known: readonly string[]
  onTags(add: readonly string[], remove: readonly string[]): void
}

/** A tag for all of them, or off all of them. */
export function ManyTags({ known, onTags }: ManyTagsProps) {
  const t = useTexts()
  const list = useId()
  const [text, setText] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    const tags = text.split(',').filter((tag) => tag.trim() !== '')
    if (tags.length > 0) onTags(tags, [])
    setText('')
  }
  return (
    <form className={styles['tags']} onSubmit={add}>
      <TextField
        className={styles['tag']}
        label={t.many.addTag}
        placeholder={t.many.addTag}
        icon="tag"
        list={list}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <datalist id={list}>
        {known.map((tag) => (
          <option key={tag} value={tag}>
            {tag}
          </option>
        ))}
      </datalist>
      <Button submits disabled={text.trim() === ''}>
        {t.many.add}
      </Button>
      {known.length === 0 ? null : (
        <Menu
          trigger={<IconButton icon="more" label={t.many.tags} />}
          entries={known.map((tag) => ({ label: t.many.removeTag(tag), icon: 'tag', run: () => onTags([], [tag]) }))}
        />
      )}
    </form>
  )
}
