import { decodeQR } from 'qr/decode.js'
import { expect, test } from 'vitest'
import { qrPath } from './qr-path.ts'

const PHRASE = Array.from({ length: 24 }, (_, place) => (place % 2 === 0 ? 'abandon' : 'zoo')).join(' ')
const SCALE = 4

test('a printed square reads back as the 24 words', () => {
  const { path, size } = qrPath(PHRASE)
  const side = size * SCALE
  const data = new Uint8Array(side * side * 4).fill(255)
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1/g)) {
    for (let at = 0; at < SCALE * SCALE; at++) {
      const pixel = ((Number(y) * SCALE + Math.floor(at / SCALE)) * side + Number(x) * SCALE + (at % SCALE)) * 4
      data.fill(0, pixel, pixel + 3)
    }
  }
  expect(decodeQR({ width: side, height: side, data })).toBe(PHRASE)
})
