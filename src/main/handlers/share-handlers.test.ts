import { describe, expect, test, vi } from 'vitest'
import { fakeParts } from '../test-support/fake-parts.ts'
import { shareHandlers } from './share-handlers.ts'

const REQUEST = { item: '00000000-0000-4000-8000-000000000001', to: { passphrase: 'a passphrase of its own' } } as const
const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'

function handlersOf(parts: ReturnType<typeof fakeParts>) {
  const copyPublic = vi.fn(async () => {})
  return { handlers: shareHandlers({ ...parts, copyPublic }), copyPublic }
}

describe('sharing an item', () => {
  test('writes where the user chose, and nothing when the dialog is closed', async () => {
    const parts = fakeParts({})
    const { handlers } = handlersOf(parts)
    expect(await handlers['share.asFile'](REQUEST, undefined)).toBeNull()
    expect(parts.asked).toEqual([])
    vi.mocked(parts.dialogs.chooseShareFile).mockResolvedValue('/media/usb/shared.age')
    expect(await handlers['share.asFile'](REQUEST, undefined)).toMatchObject({ name: 'shared.age' })
    expect(parts.asked).toEqual([['share.writeFile', { target: '/media/usb/shared.age', ...REQUEST }]])
  })

  test('copies keys and sealed text without a guard, and nothing else', async () => {
    const { handlers, copyPublic } = handlersOf(fakeParts({}))
    const sealed = '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n'
    for (const text of [KEY, sealed]) await handlers['share.copy']({ text }, undefined)
    expect(copyPublic.mock.calls).toEqual([[KEY], [sealed]])
    for (const text of ['hunter2', `${KEY}\nhunter2`, 'AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQ']) {
      expect(() => handlers['share.copy']({ text }, undefined)).toThrow(
        expect.objectContaining({ code: 'BAD_REQUEST' })
      )
    }
  })
})
