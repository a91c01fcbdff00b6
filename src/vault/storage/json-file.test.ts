import * as v from 'valibot'
import { expect, test } from 'vitest'
import { jsonBytes, parseJsonFile } from './json-file.ts'

const schema = v.strictObject({ name: v.string() })

test('a small file is read as it was written', () => {
  expect(parseJsonFile(schema, jsonBytes({ name: 'Ünï' }))).toEqual({ name: 'Ünï' })
})

test('bytes that are no text are damage, and not a text with a mark in it', () => {
  const damaged = Uint8Array.from(jsonBytes({ name: 'x' }), (byte) => (byte === 0x78 ? 0xff : byte))
  expect(parseJsonFile(schema, damaged)).toBe(null)
})
