import { createImports, type Imports } from '../transfer/imports.ts'
import type { SessionContext } from './session-context.ts'

export type ImportItems = { readonly imports: Imports }

/** What comes in is one step to take back, however much it is. */
export function importItems({ environment, opened, undo }: SessionContext): ImportItems {
  const imports = createImports(environment, {
    opened,
    save: (build, reads, chunks) => undo.save('import', build, reads, chunks),
    async undoLast() {
      if (undo.state().undo?.of !== 'import') return false
      await undo.undo()
      return true
    }
  })
  return { imports }
}
