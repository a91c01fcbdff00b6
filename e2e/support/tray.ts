import type { ElectronApplication } from '@playwright/test'

export type TrayForTests = {
  /** What the menu says; empty while there is no icon. */
  labels(): Promise<readonly string[]>
  /** The item with this id, chosen with the pointer. */
  choose(id: string): Promise<void>
}

/** Nobody can ask Electron for a tray's menu: from now on it is seen when it is given. Before the icon is made. */
export async function watchTray(app: ElectronApplication): Promise<TrayForTests> {
  const seen = await app.evaluateHandle(({ Tray }) => {
    const given: { tray: Electron.Tray | null; menu: Electron.Menu | null } = { tray: null, menu: null }
    const give = Tray.prototype.setContextMenu
    Tray.prototype.setContextMenu = function (menu) {
      given.tray = this
      given.menu = menu
      give.call(this, menu)
    }
    return given
  })
  return {
    labels: () =>
      seen.evaluate(({ tray, menu }) =>
        tray?.isDestroyed() === false ? (menu?.items ?? []).map(({ label }) => label).filter((label) => label) : []
      ),
    choose: (id) => seen.evaluate(({ menu }, wanted) => void menu?.getMenuItemById(wanted)?.click(), id)
  }
}

/** What the system is asked to tell, instead of telling it. */
export async function watchNotifications(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  const told = await app.evaluateHandle(({ Notification }) => {
    const list: string[] = []
    Notification.prototype.show = function () {
      list.push(`${this.title}: ${this.body}`)
    }
    return list
  })
  return () => told.jsonValue()
}

/** The one window's own close button. */
export const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

export const isWindowShown = (app: ElectronApplication): Promise<boolean> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() === true)
