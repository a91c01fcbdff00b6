import { VaultError } from '../../core/errors.ts'
import type { ImportInto, Imports } from '../transfer/imports.ts'
import type { SessionContext } from './session-context.ts'

export type ImportItems = { readonly imports: Imports }

/**
 * What comes in is one step to take back, however much it is. The importers are loaded when a file is read: no command
 * but that one, and no unlocking, waits for them.
 */
export function importItems(context: SessionContext): ImportItems {
  let loaded: Imports | null = null

  async function load(): Promise<Imports> {
    context.opened()
    const { createImports } = await import('../transfer/imports.ts')
    loaded ??= createImports(context.environment, into(context))
    return loaded
  }

  /** Nothing was read yet, so nothing can be asked of it. */
  function readBefore(): Imports {
    if (loaded === null) throw new VaultError('BAD_REQUEST')
    return loaded
  }

  return {
    imports: {
      read: async (request) => (await load()).read(request),
      sketch: async (path, mapping) => (await load()).sketch(path, mapping),
      apply: async (id) => readBefore().apply(id),
      undo: async (id) => readBefore().undo(id),
      drop: (id) => loaded?.drop(id)
    }
  }
}

function into({ opened, undo }: SessionContext): ImportInto {
  return {
    opened,
    save: (build, reads, chunks) => undo.save('import', build, reads, chunks),
    async undoLast() {
      if (undo.state().undo?.of !== 'import') return false
      await undo.undo()
      return true
    }
  }
}
