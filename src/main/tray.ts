import { join } from 'node:path'
import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron'
import type { Log } from './log.ts'

/** macOS draws a template in its own colours; the other icon is of a tone that is seen on light and on dark. */
const NAME = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'
const ICON = join(import.meta.dirname, '../../resources/icons', NAME)

export type TrayIcon = {
  /** False also where the desktop refused it. */
  isShown(): boolean
  /** Shows the icon with this menu; null takes it away. */
  show(template: MenuItemConstructorOptions[] | null): void
}

/** Neither the icon nor its tip tells whether a vault is open, or which. */
export function createTrayIcon(onOpen: () => void, log: Log): TrayIcon {
  let tray: Tray | null = null

  function make(): Tray | null {
    try {
      const made = new Tray(nativeImage.createFromPath(ICON))
      made.setToolTip('Coffer')
      // A click on macOS opens the menu.
      if (process.platform !== 'darwin') made.on('click', onOpen)
      return made
    } catch {
      log('tray', { code: 'unavailable' })
      return null
    }
  }

  return {
    isShown: () => tray !== null,
    show(template) {
      if (template === null) {
        tray?.destroy()
        tray = null
        return
      }
      tray ??= make()
      tray?.setContextMenu(Menu.buildFromTemplate(template))
    }
  }
}
