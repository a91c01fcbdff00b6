import { join } from 'node:path'
import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron'
import type { Log } from './log.ts'

/** macOS draws a template in its own colours; the other icon is of a tone that is seen on light and on dark. */
const NAME = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'
const ICON = join(import.meta.dirname, '../../resources/icons', NAME)

const TIP = 'Coffer'

export type TrayIcon = {
  /** False also where the desktop refused it. */
  isShown(): boolean
  /** Shows the icon with this menu; null takes it away. */
  show(template: MenuItemConstructorOptions[] | null): void
  /** Says this where the pointer rests on the icon, for `stays` milliseconds. */
  tip(words: string, stays: number): void
}

/** Neither the icon nor its tip tells whether a vault is open, or which. */
export function createTrayIcon(onOpen: () => void, log: Log): TrayIcon {
  let tray: Tray | null = null
  let ends: NodeJS.Timeout | undefined

  function make(): Tray | null {
    try {
      const made = new Tray(nativeImage.createFromPath(ICON))
      made.setToolTip(TIP)
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
    },
    tip(words, stays) {
      clearTimeout(ends)
      tray?.setToolTip(words)
      ends = setTimeout(() => tray?.setToolTip(TIP), stays)
    }
  }
}
