import type { Handlers } from '../../shared/api.ts'
import type { VaultParts } from './vault-handlers.ts'

export function mergeHandlers({
  client,
  handles
}: Pick<VaultParts, 'client' | 'handles'>): Handlers<'merge.found' | 'merge.open' | 'time.open'> {
  return {
    'merge.found': async () => {
      const found = await client.ask('merge.foundPaths', undefined)
      return found.map(({ path, changedAt }) => ({ file: handles.issue(path), changedAt }))
    },
    'time.open': ({ file, masterPassword }) => {
      const path = handles.pathOf(file)
      return client.ask('time.openPath', { path, ...(masterPassword === undefined ? {} : { masterPassword }) })
    },
    'merge.open': ({ file, masterPassword }) => {
      const path = handles.pathOf(file)
      return client.ask('merge.openPath', { path, ...(masterPassword === undefined ? {} : { masterPassword }) })
    }
  }
}
