import { useState } from 'react'
import { fieldLabel, sectionName } from '../../texts/type-names.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { TextField } from '../../ui/text-field.tsx'
import type { DraftField } from './draft.ts'
import { moveTo, renameSection } from './draft-changes.ts'
import { EditField } from './edit-field.tsx'
import styles from './editor.module.css'
import type { Saver, SaverState } from './saver.ts'

type EditFieldsProps = { readonly saver: Saver; readonly state: SaverState; onError(error: unknown): void }

export function EditFields({ saver, state, onError }: EditFieldsProps) {
  const { fields } = state.draft
  const [dragged, setDragged] = useState<string | null>(null)
  const over = (field: string) => {
    if (dragged !== null && dragged !== field) saver.change(moveTo(dragged, field))
  }
  return (
    <div className={styles['fields']}>
      {fields.map((field, place) => (
        <div key={field.id}>
          {startsSection(fields, place) ? <SectionHead saver={saver} section={field.section} /> : null}
          <EditField
            saver={saver}
            field={field}
            item={state.id}
            shown={state.shown.has(field.id)}
            again={isAgain(fields, place)}
            dragged={dragged === field.id}
            onDrag={setDragged}
            onDragOver={over}
            onError={onError}
          />
        </div>
      ))}
    </div>
  )
}

const startsSection = (fields: readonly DraftField[], place: number): boolean =>
  fields[place]?.section !== '' && fields[place]?.section !== fields[place - 1]?.section

/** A second website stands under the first one's label. */
const isAgain = (fields: readonly DraftField[], place: number): boolean =>
  fields[place]?.kind === 'url' &&
  fields[place - 1]?.kind === 'url' &&
  fields[place]?.label === fields[place - 1]?.label

function SectionHead({ saver, section }: { readonly saver: Saver; readonly section: string }) {
  const t = useTexts()
  const [name, setName] = useState(sectionName(t, section))
  return (
    <TextField
      className={styles['sectionHead']}
      label={t.editor.sectionName(fieldLabel(t, section))}
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onBlur={() =>
        name.trim() !== '' && name !== sectionName(t, section) && saver.change(renameSection(section, name.trim()))
      }
    />
  )
}
