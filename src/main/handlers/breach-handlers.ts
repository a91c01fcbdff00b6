import type { Handlers } from '../../shared/api.ts'
import type { BreachRun } from '../breach-run.ts'
import type { Dialogs } from '../dialogs.ts'
import type { FileHandles } from '../file-handles.ts'
import type { VaultClient } from '../vault-client.ts'

export type BreachParts = {
  readonly client: VaultClient
  readonly handles: FileHandles
  readonly dialogs: Pick<Dialogs, 'chooseBreachFile' | 'chooseBreachFolder'>
  readonly breachRun: BreachRun
}

type Served = 'breach.chooseFile' | 'breach.chooseFolder' | 'breach.checkFile' | 'breach.checkOnline'

export function breachHandlers({ client, handles, dialogs, breachRun }: BreachParts): Handlers<Served> {
  const issued = (path: string | null) => (path === null ? null : handles.issue(path))
  return {
    'breach.chooseFile': async () => issued(await dialogs.chooseBreachFile()),
    'breach.chooseFolder': async () => issued(await dialogs.chooseBreachFolder()),
    'breach.checkFile': ({ file }) => client.ask('breach.checkPath', { path: handles.pathOf(file) }),
    'breach.checkOnline': () => breachRun.run()
  }
}
