import { expect, test } from 'vitest'
import { VaultError } from '../../core/errors.ts'
import { codeHandlers } from './code-handlers.ts'

const NOTHING = undefined

test('the image on the clipboard goes to the page as it is, undecoded', async () => {
  const handlers = codeHandlers(async () => Buffer.from('not decoded here'))
  expect(await handlers['code.clipboardImage'](NOTHING, NOTHING)).toEqual({ data: btoa('not decoded here') })
})

test('no image is no error, one that is too large is', async () => {
  expect(await codeHandlers(async () => null)['code.clipboardImage'](NOTHING, NOTHING)).toBeNull()
  const large = codeHandlers(() => Promise.reject(new VaultError('TOO_LARGE', { what: 'image' })))
  await expect(large['code.clipboardImage'](NOTHING, NOTHING)).rejects.toMatchObject({ code: 'TOO_LARGE' })
})
