import { app, type Session, type WebContents } from 'electron'
import { mayLoad } from './ipc/trusted-frame.ts'
import type { Log } from './log.ts'

/** Chromium's own errands: none is needed by an app that loads only its own files. */
const QUIET = [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'dns-prefetch-disable',
  'no-pings'
]

/** Before `ready`. */
export function quietChromium(): void {
  for (const name of QUIET) app.commandLine.appendSwitch(name)
}

/** The page gets no permission, device, screen, pairing or download, and no address but our own files. */
export function closeSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}))
  // macOS has no such handler, and asks the user itself.
  if (process.platform !== 'darwin')
    session.setBluetoothPairingHandler((_details, decide) => decide({ confirmed: false }))
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    const cancel = !mayLoad(url, app.isPackaged)
    if (cancel) log('web', { code: 'request-refused' })
    decide({ cancel })
  })
}

/** Before any window: whatever page comes to be stays where main put it. */
export function keepPagesInPlace(log: Log): void {
  app.on('web-contents-created', (_event, contents) => keepInPlace(contents, log))
}

function keepInPlace(contents: WebContents, log: Log): void {
  const refuse = (event: { preventDefault(): void }): void => {
    log('web', { code: 'navigation-refused' })
    event.preventDefault()
  }
  contents.on('will-navigate', refuse)
  contents.on('will-frame-navigate', refuse)
  contents.on('will-redirect', refuse)
  contents.on('will-attach-webview', refuse)
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.setWindowOpenHandler(() => {
    log('web', { code: 'window-refused' })
    return { action: 'deny' }
  })
}
