import { type ReactNode, useMemo } from 'react'
import { ImportContext } from './import-context.ts'
import { useImportState } from './use-import-state.ts'

/** Above the pages: looking at an item does not lose a preview or a receipt; locking does. */
export function ImportProvider({ readOnly, children }: { readonly readOnly: boolean; readonly children: ReactNode }) {
  const state = useImportState()
  const api = useMemo(() => ({ ...state, readOnly }), [state, readOnly])
  return <ImportContext value={api}>{children}</ImportContext>
}
