import type { Starts } from '../list/starts.tsx'
import type { ShellHands } from './use-shell.ts'

/** What an empty vault offers to begin with; null where it is not empty, or nothing can be put in. */
export function startsOf({ data, actions, editing }: Pick<ShellHands, 'data' | 'actions' | 'editing'>): Starts | null {
  if (actions.readOnly || data.counts === null || data.counts.all + data.counts.trash > 0) return null
  return {
    onCreate: (type) => actions.create(type),
    onImport: () => editing.move({ do: 'go', place: { at: 'page', page: 'import' } }),
    onGenerator: () => editing.move({ do: 'go', place: { at: 'page', page: 'generator' } })
  }
}
