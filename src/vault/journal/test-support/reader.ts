import { createHash } from 'node:crypto'
import { SecretBytes } from '../../../core/crypto/secret-bytes.ts'
import { createEnvironment } from '../../environment.ts'
import { openVault } from '../../open-vault.ts'

/** A program that reveals one field after the other for ever, and says which entries are in the vault. */
const [path = '', appFolder = '', masterPassword = '', item = ''] = process.argv.slice(2)

const environment = {
  ...createEnvironment({ appFolder }),
  deriveKey: async (password: SecretBytes, { salt }: { readonly salt: Uint8Array }) =>
    SecretBytes.own(createHash('sha256').update(password.bytes).update(salt).digest())
}
const session = await openVault(environment, { path, credential: { masterPassword }, mode: 'write' })
for (let number = 1; ; number++) {
  session.journal.note({ act: 'revealed', item, fields: [`field-${process.pid}-${number}`] })
  if (number % 3 !== 0) continue
  await session.journal.settle()
  process.stdout.write(`field-${process.pid}-${number}\n`)
}
