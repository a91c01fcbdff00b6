import { nodeFs } from '../../src/vault/storage/vault-fs.ts'
import { loginEdit, openSessionAt, quickEnvironment } from '../support/sessions.ts'

/** A program that saves as fast as it can and says on standard output which saves were acknowledged, until it is killed. */
const [path = '', appFolder = ''] = process.argv.slice(2)

const session = await openSessionAt(quickEnvironment(nodeFs, appFolder), { path })
for (let number = session.view().items + 1; ; number++) {
  await session.create('login', loginEdit(`title ${number}`, `secret ${number}`, `notes ${number}`))
  process.stdout.write(`${number}\n`)
}
