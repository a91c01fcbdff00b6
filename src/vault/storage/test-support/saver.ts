import { deriveVaultKeys } from '../../../core/crypto/key-derivation.ts'
import { SecretBytes } from '../../../core/crypto/secret-bytes.ts'
import { createFoldedVault } from '../../../core/vault/fold.ts'
import { takeLock } from '../file-lock.ts'
import { readHead } from '../read-head.ts'
import { openVaultFile } from '../vault-file.ts'
import { nodeFs } from '../vault-fs.ts'
import { writeSnapshot } from '../write-snapshot.ts'

/** A program that saves as fast as it can, compacts now and then, and says which saves were acknowledged. */
const [path = '', dataKey = ''] = process.argv.slice(2)

using key = SecretBytes.own(Uint8Array.from(Buffer.from(dataKey, 'hex')))
using keys = deriveVaultKeys(key)
const lock = await takeLock(nodeFs, path)
const head = await readHead(nodeFs, path)

async function open() {
  const folded = createFoldedVault()
  return {
    folded,
    file: await openVaultFile(nodeFs, path, head, keys, folded, 'write', { beforeAppend: lock.confirm })
  }
}

let { folded, file } = await open()
for (let number = folded.size + 1; ; number++) {
  const hex = number.toString(16).padStart(12, '0')
  const set = { title: `title ${number}`, 'value:notes': `notes of title ${number}` }
  await file.append({ changes: [{ item: `00000000-0000-4000-8000-${hex}`, at: `${hex}0000aaaaaaaa`, set }] })
  process.stdout.write(`${number}\n`)
  if (number % 40 !== 0) continue
  ;({ folded, file } = await open())
  const source = { folded, loadDetails: file.loadDetails, attachments: file.readAttachment }
  await writeSnapshot(nodeFs, { path, replace: true }, head, keys, source, { beforeSwap: file.checkUnchanged })
  ;({ folded, file } = await open())
}
