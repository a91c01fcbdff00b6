import { expect, test } from 'vitest'
import { beginning, isCode } from './text-shape.ts'

test('a short text is shown whole', () => {
  const text = Array.from({ length: 12 }, (_, line) => `line ${line}`).join('\n')
  expect(beginning(text)).toBe(text)
})

test('of a long one the beginning, and never half a character', () => {
  expect(beginning('x\n'.repeat(100)).split('\n')).toHaveLength(12)
  expect(beginning('n'.repeat(2 ** 20))).toHaveLength(1501)
  expect(beginning(`${'n'.repeat(1499)}😀😀`)).toBe(`${'n'.repeat(1499)}…`)
})

test('a certificate shows its first lines in the face of code', () => {
  const pem = `-----BEGIN CERTIFICATE-----\n${'A\n'.repeat(20)}`
  expect(isCode(pem)).toBe(true)
  expect(beginning(pem).split('\n')).toHaveLength(3)
  expect([isCode('ssh-ed25519 AAAA'), isCode('Call Nils')]).toEqual([true, false])
})
