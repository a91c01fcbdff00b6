import { useEffect, useState } from 'react'
import type { ItemTemplate } from '../../../shared/views.ts'
import { call } from '../../api.ts'
import { applyEdit } from './apply-edit.ts'
import { type Draft, draftFrom, draftOf, NOTHING } from './draft.ts'
import type { EditTarget } from '../shell/shell-state.ts'
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
  const { kept } = target
  const over = (draft: Draft): Draft => (kept === null ? draft : applyEdit(draft, kept))
  if (target.of === 'new') {
    const template = templates.find(({ type }) => type === target.type) ?? { type: target.type, fields: [] }
    const now = kept === null ? draftFrom(template, target.title) : applyEdit(NOTHING, kept)
    return { id: null, type: target.type, revision: '', before: NOTHING, now, kept: kept !== null }
  }
  const item = await call('item.get', { item: target.id })
  const before = draftOf(item)
  return { id: item.id, type: item.type, revision: item.revision, before, now: over(before), kept: kept !== null }
}
