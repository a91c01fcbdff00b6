import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { VaultFile } from '../storage/vault-file.ts'
import { imageFacts } from './image-facts.ts'
import { attachmentName, mediaTypeOf } from './media-type.ts'
import { previewAttachment } from './preview-attachment.ts'

const bytesOf = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat([
    ...parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
    Buffer.alloc(32)
  ])
const PNG = bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a], [0, 0, 0, 13], 'IHDR', [0, 0, 2, 0x80, 0, 0, 1, 0xe0])

function preview(bytes: Uint8Array) {
  const file = {
    readAttachment: async function* () {
      yield bytes
    }
  } as unknown as VaultFile
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const value = { attachment: '0'.repeat(32), name: 'a.png', size: bytes.length, mediaType: '', sha256, chunks: 1 }
  return previewAttachment(file, value)
}

test.each([
  ['image/png', PNG, 640, 480],
  ['image/gif', bytesOf('GIF89a', [0x80, 2, 0xe0, 1]), 640, 480],
  [
    'image/jpeg',
    bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 1, 0xe0, 2, 0x80, 3, 1, 34, 0, 2, 17, 1]),
    640,
    480
  ],
  ['image/webp', bytesOf('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0, 0, 0, 0, 0, 0x7f, 2, 0, 0xdf, 1, 0]), 640, 480]
])('a %s is known by its bytes', (mediaType, bytes, width, height) => {
  expect(imageFacts(bytes)).toEqual({ mediaType, width, height })
})

test('no bytes make it fall over', () => {
  const begin = fc.constantFrom(PNG, bytesOf('RIFF', [0, 0, 0, 0], 'WEBPVP8L'), bytesOf([0xff, 0xd8, 0xff, 0xe1]))
  fc.assert(
    fc.property(begin, fc.uint8Array({ maxLength: 80 }), fc.nat(60), (head, noise, at) => {
      const bytes = Buffer.concat([head.subarray(0, at), noise])
      const facts = imageFacts(bytes)
      expect(facts === null || facts.width * facts.height > 0).toBe(true)
    })
  )
})

test('a drawing that could hold a script is text', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  expect(await preview(Buffer.from(svg))).toEqual({ is: 'text', text: svg, cut: false })
})

test('a picture that would take gigabytes to draw is not drawn', async () => {
  const bomb = Buffer.from(PNG)
  bomb.writeUInt32BE(60_000, 16)
  bomb.writeUInt32BE(60_000, 20)
  expect(await preview(bomb)).toEqual({ is: 'none', because: 'large' })
})

test('a long text is cut at a whole character, a program is not shown', async () => {
  const long = await preview(Buffer.from('ä'.repeat(200_000)))
  expect(long).toMatchObject({ is: 'text', cut: true, text: 'ä'.repeat(131_072) })
  expect(await preview(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]))).toEqual({ is: 'none', because: 'kind' })
  expect(await preview(Buffer.from([0xff, 0xfe, 0x41]))).toEqual({ is: 'none', because: 'kind' })
})

test('a name is one line without folders, never empty, never endless', () => {
  expect(attachmentName('a/b\\c\u0000\n d')).toBe('a b c d')
  expect(attachmentName('  ')).toBe('file')
  expect(attachmentName('\ud800x')).toBe('\ufffdx')
  expect([...attachmentName('😀'.repeat(400))]).toHaveLength(255)
  expect([mediaTypeOf('A.PNG'), mediaTypeOf('x.tar.gz'), mediaTypeOf('none')]).toEqual([
    'image/png',
    'application/octet-stream',
    'application/octet-stream'
  ])
})
