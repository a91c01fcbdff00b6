import { type FormEvent, useId, useMemo, useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu } from '../../ui/menu.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { offeredTags } from '../tags/matching-tags.ts'
import { TagOptions } from '../tags/tag-options.tsx'
import styles from './many-pane.module.css'

type ManyTagsProps = {
  readonly known: readonly string[]
  onTags(add: readonly string[], remove: readonly string[]): void
}

const NONE: ReadonlySet<string> = new Set()

/** A tag for all of them, or off all of them. */
export function ManyTags({ known, onTags }: ManyTagsProps) {
  const t = useTexts()
  const list = useId()
  const [text, setText] = useState('')
  // Of thousands of tags the menu has those that match what stands in the field.
  const removable = useMemo(() => offeredTags(known, NONE, text), [known, text])
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
      <TagOptions id={list} known={known} given={NONE} typed={text} />
      <Button submits disabled={text.trim() === ''}>
        {t.many.add}
      </Button>
      {removable.length === 0 ? null : (
        <Menu
          trigger={<IconButton icon="more" label={t.many.tags} />}
          entries={removable.map((tag) => ({
            label: t.many.removeTag(tag),
            icon: 'tag',
            run: () => onTags([], [tag])
          }))}
        />
      )}
    </form>
  )
}
