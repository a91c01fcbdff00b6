import { describe, expect, test, vi } from 'vitest'
import { createPastedText } from '../pasted-text.ts'
import { fakeParts } from '../test-support/fake-parts.ts'
import { sealed } from '../test-support/sealed.ts'
import { shareHandlers } from './share-handlers.ts'

const REQUEST = { item: '00000000-0000-4000-8000-000000000001', to: { passphrase: sealed() } } as const
const SEALED = '-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n-----END AGE ENCRYPTED FILE-----\n'
const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p'

function handlersOf(parts: ReturnType<typeof fakeParts>) {
  const copyPublic = vi.fn(async () => {})
  const texts = () => ({ clipboardName: 'Clipboard' })
  const more = {
    copyPublic,
    readClipboard: async () => `Hi\n${SEALED}`,
    pasted: createPastedText(parts.handles),
    texts
  }
  return { handlers: shareHandlers({ ...parts, ...more }), copyPublic }
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

  test('finds the sealed lines on the clipboard and gives the page nothing but a handle', async () => {
    const { handlers } = handlersOf(fakeParts({}))
    expect(await handlers['share.paste'](undefined, undefined)).toEqual({
      handle: expect.stringMatching(/^[0-9a-f]{32}$/),
      name: 'Clipboard',
      folder: ''
    })
  })

  test('copies keys and sealed text without a guard, and nothing else', async () => {
    const { handlers, copyPublic } = handlersOf(fakeParts({}))
    for (const text of [KEY, SEALED]) await handlers['share.copy']({ text }, undefined)
    expect(copyPublic.mock.calls).toEqual([[KEY], [SEALED]])
    for (const text of ['hunter2', `${KEY}\nhunter2`, 'AGE-SECRET-KEY-1QQQQQQQQQQQQQQQQQQQQQQ']) {
      expect(() => handlers['share.copy']({ text }, undefined)).toThrow(
        expect.objectContaining({ code: 'BAD_REQUEST' })
      )
    }
  })
})
