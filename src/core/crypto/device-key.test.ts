import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deviceKeyText, newDeviceKey, readDeviceKey } from './device-key.ts'
import { SecretBytes } from './secret-bytes.ts'

const keys = fc.uint8Array({ minLength: 32, maxLength: 32 })
const textOf = (bytes: Uint8Array) => deviceKeyText(SecretBytes.own(Uint8Array.from(bytes)))

describe('a device key on paper', () => {
  test('is read back as the same bytes', () => {
    fc.assert(
      fc.property(keys, (bytes) => {
        expect(readDeviceKey(textOf(bytes)).bytes).toEqual(bytes)
      })
    )
  })

  test('has one written form', () => {
    expect(textOf(new Uint8Array(32))).toBe(
      'CDK1-0000-0000-0000-0000-0000-0000-0000-0000-0000-0000-0000-0000-0006-382H'
    )
  })

  test('may be typed in any case, without hyphens, and with O, I and L for what they look like', () => {
    fc.assert(
      fc.property(keys, (bytes) => {
        const typed = textOf(bytes).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
        expect(readDeviceKey(` ${typed}\n`).bytes).toEqual(bytes)
      })
    )
  })

  test('is refused when one character is another one, is missing, or two neighbours are swapped', () => {
    fc.assert(
      fc.property(keys, fc.nat({ max: 55 }), fc.nat({ max: 30 }), (bytes, place, step) => {
        const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
        const text = textOf(bytes).replaceAll('-', '').slice(4)
        const was = text.charAt(place)
        const other = digits.charAt((digits.indexOf(was) + 1 + step) % 32)
        const wrong = `CDK1${text.slice(0, place)}${other}${text.slice(place + 1)}`
        expect(() => readDeviceKey(wrong)).toThrow('BAD_DEVICE_KEY')
        expect(() => readDeviceKey(`CDK1${text.slice(0, place)}${text.slice(place + 1)}`)).toThrow('BAD_DEVICE_KEY')
      })
    )
  })

  test('is refused with anything before or behind it', () => {
    const text = textOf(new Uint8Array(32).fill(7))
    expect(readDeviceKey(text).bytes).toHaveLength(32)
    for (const wrong of [`${text}0`, `${text}-0000-0000`, `0${text}`, `${text}U`, `CDK1${text}`])
      expect(() => readDeviceKey(wrong)).toThrow('BAD_DEVICE_KEY')
  })

  test('is refused where it is something else, and the error never holds what was typed', () => {
    for (const text of ['', 'CDK1', 'correct horse battery staple', 'CDK2-0000', `CDK1${'U'.repeat(56)}`]) {
      try {
        readDeviceKey(text)
        expect.unreachable()
      } catch (error) {
        expect(error).toMatchObject({ code: 'BAD_DEVICE_KEY', detail: {} })
      }
    }
  })

  test('is 32 random bytes under a random id', () => {
    const [a, b] = [newDeviceKey(), newDeviceKey()]
    expect(a.key.bytes).toHaveLength(32)
    expect(a.id).toHaveLength(16)
    expect(a.key.bytes).not.toEqual(b.key.bytes)
    expect(a.id).not.toEqual(b.id)
  })
})
