import { expect, test } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { fakeParts } from '../test-support/fake-parts.ts'
import { copyHandlers } from './copy-handlers.ts'

const NOW = undefined
const FIELD = { item: '00000000-0000-4000-8000-000000000000', field: 'password' }

function setUp(answers: Readonly<Record<string, unknown>>) {
  const copied: string[] = []
  const clipboard = {
    copy: async (text: string) => {
      copied.push(text)
      return { clearsAt: 5 }
    },
    clear: async () => {}
  }
  return { handlers: copyHandlers(fakeParts(answers).client, clipboard), copied }
}

test('a value goes to the clipboard, and the page learns only when it will be cleared', async () => {
  const { handlers, copied } = setUp({ 'value.forCopy': { value: 'hunter2' } })
  expect(await handlers['item.copyField'](FIELD, NOW)).toEqual({ clearsAt: 5 })
  expect(copied).toEqual(['hunter2'])
})

test('of a one-time code the digits are copied', async () => {
  const { handlers, copied } = setUp({ 'item.oneTimeCode': { code: '123456', period: 30, secondsLeft: 7 } })
  expect(await handlers['item.copyOneTimeCode'](FIELD, NOW)).toEqual({ clearsAt: 5 })
  expect(copied).toEqual(['123456'])
})

test('a field that cannot be read copies nothing', async () => {
  const { handlers, copied } = setUp({
    'value.forCopy': new VaultError('FIELD_NOT_FOUND'),
    'item.oneTimeCode': new VaultError('BAD_OTP_SECRET')
  })
  await expect(async () => handlers['item.copyField'](FIELD, NOW)).rejects.toThrow('FIELD_NOT_FOUND')
  await expect(async () => handlers['item.copyOneTimeCode'](FIELD, NOW)).rejects.toThrow('BAD_OTP_SECRET')
  expect(copied).toEqual([])
})
