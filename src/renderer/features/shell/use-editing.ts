import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import { call } from '../../api.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { useToast } from '../../ui/toast.tsx'
import type { EditorHandle } from '../editor/editor-pane.tsx'
import type { ShellStep } from './shell-state.ts'

export type Editing = {
  readonly handle: RefObject<EditorHandle | null>
  /** Takes a step, once what is open in the editor is saved; stays where it is when that fails. */
  move(step: ShellStep): void
  /** Saves and closes the editor. */
  finish(): void
  /** Saves and leaves the editor open; true when all of it is in the vault. */
  save(): Promise<boolean>
}

/** `remember` is told of the item that was saved, so that a lock comes back to it, also where it was a new one. */
export function useEditing(step: (step: ShellStep) => void, remember: (item: string) => void): Editing {
  const handle = useRef<EditorHandle | null>(null)
  const save = useCallback(async () => {
    if (handle.current === null) return true
    const saved = await handle.current.flush()
    const id = handle.current?.id() ?? null
    if (id !== null) remember(id)
    return saved
  }, [remember])
  return useMemo(() => {
    const move = (next: ShellStep) => void save().then((saved) => saved && step(next))
    const finish = () => {
      void save().then((saved) => saved && step({ do: 'edited', id: handle.current?.id() ?? null }))
    }
    return { handle, move: (next) => (handle.current === null ? step(next) : move(next)), finish, save }
  }, [save, step])
}

/** What was being written when the vault locked, or the app went down, is open again. */
export function useKeptDraft(readOnly: boolean, step: (step: ShellStep) => void, fail: (error: unknown) => void): void {
  const t = useTexts()
  const toast = useToast()
  const asked = useRef(false)
  useEffect(() => {
    // It stays in a vault that cannot be written, for the next time.
    if (asked.current || readOnly) return
    asked.current = true
    call('draft.load', undefined).then((draft) => {
      if (draft === null) return
      const { item, type, edit } = draft
      step({
        do: 'edit',
        target:
          item === null
            ? { of: 'new', type, title: '', kept: { type, edit } }
            : { of: 'item', id: item, kept: { type, edit } }
      })
      toast.show({ text: t.shell.draftBack })
    }, fail)
  }, [readOnly, step, fail, t, toast])
}
