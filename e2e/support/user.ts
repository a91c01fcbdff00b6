import type { ElectronApplication, Page } from '@playwright/test'

type Modifier = 'control' | 'shift' | 'alt'

/** A key as the system would send it: Playwright's own keyboard does not reach the menu of real Electron. */
export async function pressKey(app: ElectronApplication, keyCode: string, modifiers: Modifier[] = []): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, input) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      for (const type of ['keyDown', 'keyUp'] as const) contents?.sendInputEvent({ type, ...input })
    },
    { keyCode, modifiers }
  )
}

/** The menu item with this id, chosen with the pointer. */
export async function chooseMenu(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id)
}

/** What the user will answer in the next native dialogs of this kind; null cancels. */
export async function answerSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: filePath === null, filePath: filePath ?? '' })
  }, path)
}

export async function answerOpenDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: filePath === null, filePaths: filePath === null ? [] : [filePath] })
  }, path)
}

/** `response` is the index of the button. */
export async function answerQuestion(app: ElectronApplication, response: number): Promise<void> {
  await app.evaluate(({ dialog }, button) => {
    dialog.showMessageBox = () => Promise.resolve({ response: button, checkboxChecked: false })
  }, response)
}

/** Addresses go to a list instead of a browser. */
export async function catchWebsites(app: ElectronApplication): Promise<() => Promise<readonly string[]>> {
  const list = await app.evaluateHandle(({ shell }) => {
    const opened: string[] = []
    shell.openExternal = (url) => {
      opened.push(url)
      return Promise.resolve()
    }
    return opened
  })
  return () => list.jsonValue()
}

export const readClipboard = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText())

/** Something that another program copies. */
export const writeClipboard = (app: ElectronApplication, text: string): Promise<void> =>
  app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text)

/** The system says so: `suspend`, `lock-screen`, … */
export async function powerEvent(app: ElectronApplication, event: string): Promise<void> {
  await app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event)
}

/** Also what stands in fields: whether it is in the editor again or already in the item is the same to its writer. */
export const shownText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const fields = [...document.querySelectorAll('textarea')].map(({ value }) => value)
    return [document.body.innerText, ...fields].join(' ')
  })
