import { expect, test } from 'vitest'
import type { FieldEdit } from '../../../shared/item-views.ts'
import { holdsSecret } from '../../secret.ts'
import { sealConcealed } from './seal-concealed.ts'

const put = { change: 'put', label: 'PIN', kind: 'text', section: '', order: 0 } as const
const editOf = (field: FieldEdit) => ({ title: 'Bank', fields: [field] })

test('of an edit, the values of concealed fields leave the page sealed', () => {
  const sent = sealConcealed(editOf({ ...put, id: 'pin', concealed: true, value: '4711' }))
  expect(holdsSecret(sent)).toBe(true)
  expect(JSON.stringify(sent)).not.toContain('4711')
})

test('what can be read in the list and in the details goes as it is, and so does a field without a new value', () => {
  for (const field of [
    { ...put, id: 'user', concealed: false, value: 'mara' },
    { ...put, id: 'pin', concealed: true },
    { change: 'remove', id: 'pin' }
  ] as const)
    expect(sealConcealed(editOf(field))).toEqual(editOf(field))
})
