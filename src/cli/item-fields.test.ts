import { expect, test } from 'vitest'
import { ITEM_TYPES } from '../core/vault/item-types.ts'
import { FIELD_LABELS, TYPE_LABELS, TYPE_PLURALS } from '../shared/english-labels.ts'
import { templateFields } from '../vault/item-templates.ts'
import { fieldNamed, labelOf } from './item-fields.ts'

test('every type and every field of a template has an English word on the command line', () => {
  for (const [type, fields] of ITEM_TYPES) {
    expect(TYPE_LABELS[type]).toBeTruthy()
    expect(TYPE_PLURALS[type]).toBeTruthy()
    for (const field of fields) expect(labelOf(field)).not.toContain('field.')
  }
})

test('a field is found by its id and by the word for it', () => {
  const shape = { fields: templateFields('login') }
  expect(fieldNamed(shape, 'otp').id).toBe('otp')
  expect(fieldNamed(shape, 'one-time CODE').id).toBe('otp')
  expect(() => fieldNamed(shape, 'nothing')).toThrow(expect.objectContaining({ code: 'FIELD_NOT_FOUND' }))
})

test("a label of the user's own is itself", () => {
  expect(labelOf({ label: 'Locker' })).toBe('Locker')
  expect(FIELD_LABELS['Locker']).toBeUndefined()
})
