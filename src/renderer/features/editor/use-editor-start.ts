import { useEffect, useState } from 'react'
import type { ItemTemplate } from '../../../shared/item-views.ts'
import { call } from '../../api.ts'
import { applyEdit } from './apply-edit.ts'
import { type Draft, draftFrom, draftOf, NOTHING } from './draft.ts'
import { errorCode } from '../../error-text.ts'
import type { EditTarget, KeptDraft } from '../shell/shell-state.ts'
import type { EditorStart } from './saver.ts'

/** Reads what the editor begins with; null until it is there. */
export function useEditorStart(
  target: EditTarget,
  templates: readonly ItemTemplate[],
  onError: (error: unknown) => void
): EditorStart | null {
  const [read, setRead] = useState<{ readonly target: EditTarget; readonly start: EditorStart } | null>(null)
  useEffect(() => {
    if (target.of === 'new' && templates.length === 0) return
    let wanted = true
    startOf(target, templates).then((start) => wanted && setRead({ target, start }), onError)
    return () => {
      wanted = false
    }
  }, [target, templates, onError])
  return read?.target === target ? read.start : null
}

async function startOf(target: EditTarget, templates: readonly ItemTemplate[]): Promise<EditorStart> {
  if (target.of === 'item') return startOfItem(target)
  const template = templates.find(({ type }) => type === target.type) ?? { type: target.type, fields: [] }
  return target.kept === null ? newItem(target.type, draftFrom(template, target.title)) : keptAsNew(target.kept)
}

async function startOfItem({ id, kept }: Extract<EditTarget, { of: 'item' }>): Promise<EditorStart> {
  const item = await call('item.get', { item: id }).catch((error: unknown) => {
    if (kept !== null && errorCode(error) === 'ITEM_NOT_FOUND') return null
    throw error
  })
  // What was typed outlives the item that it was typed into.
  if (item === null) return keptAsNew(kept ?? { type: 'note', edit: { fields: [] } })
  const before = draftOf(item)
  const now = kept === null ? before : applyEdit(before, kept.edit)
  return { id: item.id, type: item.type, revision: item.revision, before, now, kept: kept !== null }
}

const keptAsNew = ({ type, edit }: KeptDraft): EditorStart => ({
  ...newItem(type, applyEdit(NOTHING, edit)),
  kept: true
})

const newItem = (type: string, now: Draft): EditorStart => ({
  id: null,
  type,
  revision: '',
  before: NOTHING,
  now,
  kept: false
})
