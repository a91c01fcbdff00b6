import { useCallback, useMemo } from 'react'
import type { SidebarCounts } from '../../../shared/list-views.ts'
import { DetailPane } from '../detail/detail-pane.tsx'
import { EmptyDetail } from '../detail/empty-detail.tsx'
import { ManyPane } from '../list/many-pane.tsx'
import { EditorPane } from '../editor/editor-pane.tsx'
import { useEditorStart } from '../editor/use-editor-start.ts'
import styles from './shell.module.css'
import type { EditTarget } from './shell-state.ts'
import { startsOf } from './starts-of.ts'
import { useSavedStep } from './use-saved-step.ts'
import type { ShellHands } from './use-shell.ts'

/** The right-hand pane: the editor, the selected item, or what to begin with. */
export function ShellDetail({ hands }: { readonly hands: ShellHands }) {
  const { state, step, data, actions, fail, changed } = hands
  const onBack = useCallback(() => step({ do: 'show', pane: 'list' }), [step])
  if (state.editing !== null) return <ShellEditor hands={hands} target={state.editing} />
  if (state.marked.length > 0) return <ShellMany hands={hands} />
  if (data.item !== null) {
    return (
      <DetailPane
        key={data.item.id}
        item={data.item}
        actions={actions}
        onBack={onBack}
        onChanged={changed}
        onError={fail}
      />
    )
  }
  // Known to be selected and not read yet: an empty pane for a moment is better than a word that goes at once.
  if (state.selected !== null || !hands.selectionKnown) return <div className={styles['blank']} data-pane="detail" />
  return <EmptyDetail start={startsOf(hands)} />
}

function ShellMany({ hands }: { readonly hands: ShellHands }) {
  const { state, step, data, actions } = hands
  const knownTags = useKnownTags(data.counts)
  return (
    <ManyPane
      ids={state.marked}
      inTrash={state.place.at === 'items' && state.place.filter.of === 'trash'}
      knownTags={knownTags}
      actions={actions}
      onBack={() => step({ do: 'show', pane: 'list' })}
    />
  )
}

function ShellEditor({ hands, target }: { readonly hands: ShellHands; readonly target: EditTarget }) {
  const { data, editing, changed, version, fail, step, undo } = hands
  const saved = useSavedStep(undo, changed)
  const knownTags = useKnownTags(data.counts)
  const cannot = useCallback(
    (error: unknown) => {
      fail(error)
      step({ do: 'edited', id: null })
    },
    [fail, step]
  )
  const start = useEditorStart(target, data.templates, cannot)
  if (start === null) return <div className={styles['blank']} data-pane="detail" />
  return (
    <EditorPane
      key={start.id ?? 'new'}
      start={start}
      knownTags={knownTags}
      version={version}
      offerUndo={undo.offer}
      handle={editing.handle}
      onDone={editing.finish}
      onSaved={saved}
      onError={fail}
    />
  )
}

const useKnownTags = (counts: SidebarCounts | null): readonly string[] =>
  useMemo(() => counts?.tags.map(({ tag }) => tag) ?? [], [counts])
