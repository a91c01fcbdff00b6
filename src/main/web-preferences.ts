import type { WebPreferences } from 'electron'

/** Without `persist:` in front: the page's session lives in memory and leaves no cache, cookie or history on the disk. */
export const PARTITION = 'coffer'

/**
 * Every switch is named, also where it is Electron's default: defaults have changed before, and a test reads these back.
 * `spellcheck` would fetch dictionaries from the network; `navigateOnDragDrop` would show a dropped file as a page.
 */
export function webPreferences(preload: string, isPackaged: boolean) {
  return {
    preload,
    partition: PARTITION,
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    spellcheck: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    devTools: !isPackaged
  } as const satisfies WebPreferences
}
