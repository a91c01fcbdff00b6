import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { CofferApi, Method, Output } from '../shared/api.ts'
import { CALL_CHANNEL, DROP_CHANNEL, eventChannel } from '../shared/channels.ts'
import { contract } from '../shared/contract.ts'
import { type EventName, events } from '../shared/events.ts'
import { failure, type Result } from '../shared/result.ts'
import type { ChosenFile } from '../shared/vault-views.ts'

/** Own names only: the page must not reach `constructor` and friends through an object's prototype. */
const isMethod = (method: Method): boolean => Object.hasOwn(contract, method)
const isEvent = (event: EventName): boolean => Object.hasOwn(events, event)

const coffer: CofferApi = {
  platform: process.platform,

  async call<Name extends Method>(method: Name, input: unknown) {
    if (!isMethod(method)) return failure('BAD_REQUEST')
    // Main has parsed the answer with the schema that this type comes from.
    return ipcRenderer.invoke(CALL_CHANNEL, method, input) as Promise<Result<Output<Name>, string>>
  },

  on(event, listener) {
    if (!isEvent(event)) return () => {}
    // The event object would hand the page `sender`, and with it every channel.
    const payloadOnly = (_event: unknown, payload: Parameters<typeof listener>[0]): void => listener(payload)
    ipcRenderer.on(eventChannel(event), payloadOnly)
    return () => void ipcRenderer.off(eventChannel(event), payloadOnly)
  },

  async takeDropped(file, as = 'vault') {
    // Only a File that the user dropped or chose has a path here; one that the page made up has none.
    const path = file instanceof File ? webUtils.getPathForFile(file) : ''
    return ipcRenderer.invoke(DROP_CHANNEL, path, as) as Promise<Result<ChosenFile | null, string>>
  }
}

contextBridge.exposeInMainWorld('coffer', coffer)
