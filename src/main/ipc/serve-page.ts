import { ipcMain } from 'electron'
import { CALL_CHANNEL, DROP_CHANNEL } from '../../shared/channels.ts'
import { failure, type Result, success } from '../../shared/result.ts'
import type { ChosenFile } from '../../shared/views.ts'
import { type Sender, isTrustedFrame } from './trusted-frame.ts'

export type PageDoors = {
  readonly route: (sender: Sender, method: unknown, input: unknown) => Promise<Result<unknown, string>>
  readonly contents: () => Sender['sender'] | null
  /** The handle of a dropped vault file; null when it is none. */
  readonly takeDropped: (path: string) => Promise<ChosenFile | null>
}

/** The only two channels on which main listens. */
export function servePage({ route, contents, takeDropped }: PageDoors): void {
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, input: unknown) => route(event, method, input))
  ipcMain.handle(DROP_CHANNEL, async (event, path: unknown): Promise<Result<ChosenFile | null, string>> => {
    if (!isTrustedFrame(event, contents())) return failure('REFUSED_SENDER')
    if (typeof path !== 'string') return failure('BAD_REQUEST')
    return success(await takeDropped(path))
  })
}
