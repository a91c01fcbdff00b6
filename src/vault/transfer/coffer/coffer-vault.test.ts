import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { ImportWork } from '../importer.ts'
import { readImport } from '../read-import.ts'
import { PASSWORD } from '../../test-support/quick-environment.ts'
import { attach, put, putConcealed, quickVault } from '../test-support/quick-vault.ts'

/** As the vaults of these tests derive their keys. */
const argon2: ImportWork['argon2'] = async (password, { salt }) =>
  new Uint8Array(createHash('sha256').update(password).update(salt).digest())

async function madeVault() {
  const vault = await quickVault()
  const { session } = vault
  const { id } = await session.create('login', {
    title: 'GitHub',
    tags: ['Work'],
    favorite: true,
    fields: [put('username', 'mara'), putConcealed('password', 'one')]
  })
  const { revision } = await session.item(id)
  await session.edit(id, revision, { fields: [putConcealed('password', 'two')] })
  await attach(vault, id, { name: 'key.pem', bytes: new Uint8Array([1, 2, 3]) })
  const note = await session.create('note', { title: 'Old', fields: [put('notes', 'x')] })
  await session.trash([note.id])
  return { bytes: new Uint8Array(await readFile(session.store.opened().file.path)), session }
}

const read = (bytes: Uint8Array, password?: string) =>
  readImport({ name: 'x', bytes }, { argon2, secrets: password === undefined ? {} : { password } })

describe('another Coffer vault', () => {
  test('comes in with tags, history, attachments and trash, each counted', async () => {
    const { bytes } = await madeVault()
    const { format, vault, receipt } = await read(bytes, PASSWORD)
    expect(format).toBe('coffer')
    const github = vault.items.find(({ title }) => title === 'GitHub')
    expect(github).toMatchObject({ type: 'login', favorite: true, tags: ['Work'], trashedAt: null })
    expect(github?.fields.find(({ id }) => id === 'password')).toMatchObject({
      value: 'two',
      history: [{ value: 'one' }]
    })
    expect(github?.attachments).toMatchObject([{ name: 'key.pem', bytes: new Uint8Array([1, 2, 3]) }])
    expect(vault.items.find(({ title }) => title === 'Old')?.trashedAt).not.toBeNull()
    expect(receipt).toMatchObject({ sourceItems: 2, kept: 0, refused: 0 })
  })

  test('asks for its own password, and says so when another one is given', async () => {
    const { bytes } = await madeVault()
    await expect(read(bytes)).rejects.toMatchObject({ code: 'IMPORT_NEEDS_PASSWORD' })
    await expect(read(bytes, 'not this one')).rejects.toMatchObject({
      code: 'WRONG_PASSWORD',
      detail: { of: 'import' }
    })
    const words = Array.from({ length: 24 }, () => 'abandon').join(' ')
    await expect(read(bytes, words)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
  })

  test('that is damaged, cut or too new is refused as an import, not as the vault that is open', async () => {
    const { bytes } = await madeVault()
    await expect(read(bytes.slice(0, 100), PASSWORD)).rejects.toMatchObject({ code: 'IMPORT_DAMAGED' })
    await expect(read(bytes.with(600, (bytes[600] ?? 0) ^ 1), PASSWORD)).rejects.toMatchObject({
      code: 'IMPORT_DAMAGED'
    })
    await expect(read(bytes.with(2000, (bytes[2000] ?? 0) ^ 1), PASSWORD)).rejects.toMatchObject({
      code: 'IMPORT_DAMAGED'
    })
    await expect(read(bytes.with(7, 2), PASSWORD)).rejects.toMatchObject({
      code: 'IMPORT_REFUSED',
      detail: { reason: 'tooNew' }
    })
  })
})
