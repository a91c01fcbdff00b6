import { app } from 'electron'
import type { Desk } from './desk.ts'
import { offeredPath } from './start-options.ts'

/** Vault files from outside: named at our own start, by a later start, or (macOS) by the system. */
export async function startOffers({ offered, page }: Desk): Promise<void> {
  app.on('second-instance', (_event, argv, folder) => {
    void offered.offer(offeredPath(argv, folder))
    const window = page.window()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void offered.offer(path)
  })
  await offered.offer(offeredPath(process.argv, process.cwd()))
}
