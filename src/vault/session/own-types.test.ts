import { expect, test } from 'vitest'
import { createVault } from '../create-vault.ts'
import { openVault } from '../open-vault.ts'
import { eachInItsFolder, login, PASSWORD } from '../test-support/quick-environment.ts'

const place = eachInItsFolder()

async function newSession() {
  const { environment, path } = place()
  const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
  const { id } = await session.create('login', login('Gym', 'hunter2hunter2'))
  return { session, id }
}

test("a type of the user's own is made of an item, without its values, and is there after locking", async () => {
  const { session, id } = await newSession()
  const { type } = await session.makeType(id, '  Membership ')
  expect((await session.item(id)).type).toBe(type)
  const own = session.templates().find((template) => template.type === type)
  expect(own).toMatchObject({ name: 'Membership', offered: true })
  expect(own?.fields.map((field) => field.id)).toEqual(['username', 'password', 'url'])
  expect(JSON.stringify(own)).not.toMatch(/mara|hunter2|github/)
  await session.lock()
  const { environment, path } = place()
  const again = await openVault(environment, { path, credential: { masterPassword: PASSWORD }, mode: 'write' })
  expect(again.templates().at(-1)).toEqual(own)
  await again.create(type, { title: 'Library', fields: [] })
  expect(again.counts().types).toEqual([{ type, count: 2 }])
  await again.lock()
})

test('it is renamed, and no longer offered while its items stay', async () => {
  const { session, id } = await newSession()
  const { type } = await session.makeType(id, 'Membership')
  await session.renameType(type, 'Card of a club')
  await session.offerType(type, false)
  expect(session.templates().at(-1)).toMatchObject({ type, name: 'Card of a club', offered: false })
  expect((await session.item(id)).type).toBe(type)
  await session.lock()
})

test('it needs a name of a hundred characters at most, and a type that is there', async () => {
  const { session, id } = await newSession()
  for (const name of ['', ' \n ', 'x'.repeat(101)])
    await expect(session.makeType(id, name)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  await expect(session.renameType('login', 'x')).rejects.toMatchObject({ code: 'FIELD_NOT_FOUND' })
  await expect(session.offerType('own-00000000', false)).rejects.toMatchObject({ code: 'FIELD_NOT_FOUND' })
  expect((await session.item(id)).type).toBe('login')
  await session.lock()
})
