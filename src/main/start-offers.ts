import { app } from 'electron'
import type { Desk } from './desk.ts'
import { offeredPath } from './start-options.ts'

/**
 * Vault files from outside: named at our own start, by a later start, or (macOS) by the system. A later start also
 * brings the window back, which is the way to it where a desktop shows no icon in its tray.
 */
export async function startOffers({ offered }: Desk, open: () => void): Promise<void> {
  app.on('second-instance', (_event, argv, folder) => {
    void offered.offer(offeredPath(argv, folder))
    open()
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void offered.offer(path)
    open()
  })
  await offered.offer(offeredPath(process.argv, process.cwd()))
}
