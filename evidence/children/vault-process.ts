import { createEnvironment } from '../../src/vault/environment.ts'
import { serveContract } from '../../src/vault/serve-contract.ts'

/** The vault process as main runs it, with a channel of Node's in place of Electron's. */
const [appFolder = '', workerFile = ''] = process.argv.slice(2)
const environment = createEnvironment({ appFolder, workerFile, kdf: { memoryKiB: 64 * 1024, passes: 3, lanes: 1 } })
const serve = serveContract(environment, (event) => void process.send?.({ event }))
process.on('message', (message) => {
  const { id, method, input } = message as { readonly id: number; readonly method: string; readonly input?: unknown }
  void serve(method, input).then((reply) => process.send?.({ id, ...reply }))
})
