import { protocol, type Session } from 'electron'
import { answer, listFiles } from './app-files.ts'
import { APP_SCHEME } from './ipc/trusted-frame.ts'

/** Before `ready`. A scheme of our own has an origin of its own, which `file:` has not. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }
  ])
}

export async function serveAppFiles(session: Session, folder: string): Promise<void> {
  const files = await listFiles(folder)
  session.protocol.handle(APP_SCHEME, (request) => answer(files, request))
}
