import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import type { ItemDetail } from '../../../shared/item-views.ts'
import type { ChosenFile, VaultView } from '../../../shared/vault-views.ts'
import { useSettings } from '../../session/settings-context.ts'
import { useSession } from '../../session/session.ts'
import { useKeyCommands } from '../keys/use-key-commands.ts'
import { ALL, firstState, type Place, shellStep } from './shell-state.ts'
import { useOpenCopy } from '../merge/use-open-copy.ts'
import { useActions } from './use-actions.ts'
import { useCommands } from './use-commands.ts'
import type { Named } from './use-copy.tsx'
import { type Editing, useEditing, useKeptDraft } from './use-editing.ts'
import { useFailure } from './use-failure.ts'
import { rememberSelected, useLastSelected } from './use-last-selected.ts'
import { useLockNotice } from './use-lock-notice.ts'
import { useWhenRead } from './use-when-read.ts'
import { useTypeAnywhere } from './use-type-anywhere.ts'
import { useUndo } from './use-undo.tsx'
import { useCounts, useItem, useTemplates, useVaultVersion } from './use-vault-data.ts'

export type Overlay =
  | { readonly is: 'palette' }
  | { readonly is: 'keys' }
  | { readonly is: 'export' }
  | { readonly is: 'share'; readonly item: ItemDetail }
  | { readonly is: 'purge' | 'emptyTrash'; readonly items: readonly Named[] }

/** Everything the main window knows and can do; what it looks like is shell.tsx. */
export function useShell(vault: VaultView) {
  const { firstPage } = useSession()
  const [state, step] = useReducer(shellStep, firstState(useSettings().settings), (first) =>
    firstPage === 'items' ? first : shellStep(first, { do: 'go', place: { at: 'page', page: firstPage } })
  )
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const fail = useFailure()
  const [version, changed] = useVaultVersion()
  const editing = useEditing(step, rememberSelected)
  const undo = useUndo({
    fail,
    changed,
    show: useCallback((id: string) => step({ do: 'select', id, open: false }), [])
  })
  const data = {
    counts: useCounts(version, fail),
    templates: useTemplates(version, fail),
    item: useItem(state.selected, version)
  }
  const askPurge = useCallback((items: readonly Named[]) => setOverlay({ is: 'purge', items }), [])
  const askEmptyTrash = useCallback((items: readonly Named[]) => setOverlay({ is: 'emptyTrash', items }), [])
  const neighbour = useRef<string | null>(null)
  const onNeighbour = useCallback((id: string | null) => {
    neighbour.current = id
  }, [])
  const gone = useCallback((ids: readonly string[]) => step({ do: 'gone', ids, next: neighbour.current }), [])
  const share = useCallback((item: ItemDetail) => setOverlay({ is: 'share', item }), [])
  const { readOnly } = vault
  const asks = { askPurge, askEmptyTrash, share }
  const actions = useActions({ readOnly, fail, undo, move: editing.move, changed, gone, ...asks })
  const { lock, switchTo } = useLock(editing.save)
  const { move } = editing
  const onPage = state.place.at === 'page'
  const focusSearch = useCallback(() => {
    if (onPage) move({ do: 'go', place: ALL })
    else step({ do: 'show', pane: 'list' })
    requestAnimationFrame(() => search.current?.select())
  }, [onPage, move])
  const openCopy = useOpenCopy(move, fail)
  const command = useCommands({
    item: data.item,
    editing: state.editing !== null,
    marked: state.marked,
    actions,
    newType: state.place.at === 'items' && state.place.filter.of === 'type' ? state.place.filter.type : 'login',
    focusSearch,
    save: () => void editing.save(),
    undo: () => afterEditor(editing, undo.undo),
    redo: () => afterEditor(editing, undo.redo),
    lock,
    openCopy: () => void openCopy(),
    open: (what) =>
      what === 'palette' || what === 'keys' || what === 'export'
        ? setOverlay({ is: what })
        : editing.move({ do: 'go', place: { at: 'page', page: what } })
  })
  const alone = state.editing === null && state.marked.length === 0 && state.place.at === 'items'
  const run = useWhenRead(command, { selected: alone ? state.selected : null, read: data.item?.id ?? null })
  useKeyCommands(run)
  useTypeAnywhere(search, () => (state.editing === null ? step({ do: 'escape' }) : editing.finish()))
  useKeptDraft(vault.readOnly, step, fail)
  useLockNotice()
  const selectionKnown = useLastSelected(state.selected, step)
  useEffect(() => {
    if (state.editing === null && state.place.at === 'items') search.current?.focus()
  }, [state.editing, state.place])
  const types = useMemo(
    () => data.templates.flatMap(({ type, offered }) => (offered === false ? [] : [type])),
    [data.templates]
  )
  const go = useCallback((place: Place) => move({ do: 'go', place }), [move])
  const shown = { state, step, go, overlay, setOverlay, search, fail, version, selectionKnown }
  return { ...shown, changed, editing, data, actions, run, lock, types, undo, switchTo, onNeighbour }
}

/** What is open in an editor is saved and closed first: a step that is taken back there would be saved again. */
function afterEditor(editing: Editing, act: () => void): void {
  if (editing.handle.current === null) return act()
  void editing.save().then((saved) => {
    if (!saved) return
    editing.finish()
    act()
  })
}

export type ShellHands = ReturnType<typeof useShell>

/** What is open in the editor is saved first; if that fails, it is in the draft, and the lock does not wait. */
function useLock(save: () => Promise<boolean>) {
  const session = useSession()
  const fail = useFailure()
  return useMemo(
    () => ({
      lock: () =>
        void save()
          .then(() => session.lock())
          .catch(fail),
      switchTo: (file: ChosenFile | null) =>
        void save()
          .then(() => session.switchTo(file))
          .catch(fail)
    }),
    [save, session, fail]
  )
}
