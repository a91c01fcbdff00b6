import { useEffect, useState } from 'react'
import { ApiError, call } from '../../api.ts'
import { sealConcealed } from './seal-concealed.ts'
import type { SaverPort } from './save-work.ts'
import { createSaver, type EditorStart, type Saver, type SaverState } from './saver.ts'

const PORT: SaverPort = {
  create: (type, edit) => call('item.create', { type, edit: sealConcealed(edit) }),
  edit: (item, expected, edit) => call('item.edit', { item, expected, edit: sealConcealed(edit) }),
  get: (item) => call('item.get', { item }),
  keepDraft: async (draft) => {
    await call('draft.keep', { ...draft, edit: sealConcealed(draft.edit) })
  },
  dropDraft: async () => {
    await call('draft.drop', undefined)
  },
  isStale: (error) => error instanceof ApiError && error.code === 'STALE'
}

/** The saver of one editor, for as long as the editor is there. */
export function useSaver(start: EditorStart): readonly [Saver, SaverState] {
  const [, redraw] = useState<SaverState | null>(null)
  const [saver] = useState(() => createSaver(start, PORT, (state) => redraw(state)))
  useEffect(() => {
    saver.begin()
    const hide = () => {
      for (const field of saver.state().shown) saver.hide(field)
    }
    window.addEventListener('blur', hide)
    return () => {
      window.removeEventListener('blur', hide)
      saver.stop()
    }
  }, [saver])
  return [saver, saver.state()]
}
