import { expect, test } from 'vitest'
import { hpkeSeal } from '../core/crypto/hpke.ts'
import { utf8Bytes } from '../core/vault/text.ts'
import { type SealedSecret, SEALING_PURPOSE } from '../shared/sealed-secret.ts'
import { serveContract } from './serve-contract.ts'
import { eachInItsFolder, PASSWORD } from './test-support/quick-environment.ts'

const place = eachInItsFolder()
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function started() {
  const serve = serveContract(place().environment, () => {})
  async function sealed(text: Uint8Array): Promise<SealedSecret> {
    const reply = await serve('session.sealingKey', undefined)
    const { key: to } = (reply.ok ? reply.value : {}) as { readonly key: string }
    const context = { info: utf8Bytes(SEALING_PURPOSE), aad: new Uint8Array() }
    const { key, box } = hpkeSeal(Buffer.from(to, 'base64'), text, context)
    return { to, key: base64(key), box: base64(box) }
  }
  const create = (masterPassword: unknown) => serve('session.create', { path: place().path, name: 'V', masterPassword })
  return { serve, sealed, create }
}

test('what was sealed for the vault process is opened before anything sees it, wherever it stands', async () => {
  const { serve, sealed, create } = started()
  expect(await create(await sealed(utf8Bytes(PASSWORD)))).toMatchObject({ ok: true })
  const field = { change: 'put', id: 'pin', label: 'PIN', kind: 'pin', concealed: true, section: '', order: 0 }
  const value = await sealed(utf8Bytes('4711'))
  const made = await serve('item.create', { type: 'login', edit: { title: 'Bank', fields: [{ ...field, value }] } })
  const { id } = (made.ok ? made.value : {}) as { readonly id: string }
  expect(await serve('item.reveal', { item: id, field: 'pin' })).toMatchObject({ value: { value: '4711' } })
  expect(
    await serve('keys.newPhrase', { masterPassword: await sealed(utf8Bytes('wrong horse battery staple')) })
  ).toMatchObject({
    code: 'WRONG_PASSWORD'
  })
  await serve('session.close', undefined)
})

test('a password in the clear, one for another process, and a broken one are refused, each by its name', async () => {
  const { sealed, create } = started()
  const good = await sealed(utf8Bytes(PASSWORD))
  expect(await create(PASSWORD)).toMatchObject({ code: 'BAD_REQUEST' })
  expect(await create(await started().sealed(utf8Bytes(PASSWORD)))).toMatchObject({ code: 'KEY_CHANGED' })
  expect(await create({ ...good, box: `A${good.box.slice(1)}` })).toMatchObject({ code: 'BAD_REQUEST' })
  expect(await create(await sealed(Uint8Array.of(0xff, 0xfe)))).toMatchObject({ code: 'BAD_REQUEST' })
  expect(await create(await sealed(new Uint8Array(5000)))).toMatchObject({ code: 'BAD_REQUEST' })
})
