import { ipcMain } from 'electron'
import { CALL_CHANNEL, DROP_CHANNEL } from '../../shared/channels.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import type { DropUse } from '../../shared/api.ts'
import type { ChosenFile } from '../../shared/vault-views.ts'
import { type Sender, isTrustedFrame } from './trusted-frame.ts'

export type PageDoors = {
  readonly route: (sender: Sender, method: unknown, input: unknown) => Promise<Result<unknown, string>>
  readonly contents: () => Sender['sender'] | null
  /** The handle of a dropped file; null when it should be a vault file and is none. */
  readonly takeDropped: (path: string, as: DropUse) => Promise<ChosenFile | null>
}

/** The only two channels on which main listens. */
export function servePage({ route, contents, takeDropped }: PageDoors): void {
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, input: unknown) => route(event, method, input))
  ipcMain.handle(
    DROP_CHANNEL,
    async (event, path: unknown, as: unknown): Promise<Result<ChosenFile | null, string>> => {
      if (!isTrustedFrame(event, contents())) return failure('REFUSED_SENDER')
      if (typeof path !== 'string' || !isUse(as)) return failure('BAD_REQUEST')
      // A file that a script made up has no path.
      return success(path === '' ? null : await takeDropped(path, as))
    }
  )
}

const isUse = (as: unknown): as is DropUse => as === 'vault' || as === 'attachment' || as === 'import'
