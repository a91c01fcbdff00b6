import { describe, expect, test } from 'vitest'
import type { FieldView } from '../shared/item-views.ts'
import { editFrom } from './item-changes.ts'
import { UsageError } from './usage-error.ts'

const username: FieldView = {
  id: 'username',
  label: 'Username',
  kind: 'text',
  section: '',
  olderVersions: 0,
  concealed: false,
  value: 'mara'
}
const password: FieldView = {
  id: 'password',
  label: 'Password',
  kind: 'password',
  section: '',
  olderVersions: 0,
  concealed: true,
  empty: false,
  bits: 77
}
const before = { fields: [username, password], tags: ['Work', 'Old'] }

describe('the options of add and edit', () => {
  test('an open field is set, and its definition stays', async () => {
    const edit = await editFrom({ set: ['username=a=b'] }, before)
    expect(edit.fields).toEqual([
      {
        change: 'put',
        id: 'username',
        label: 'Username',
        kind: 'text',
        concealed: false,
        section: '',
        order: 0,
        value: 'a=b'
      }
    ])
  })

  test('a changed field stays where it stands', async () => {
    const [field] = (await editFrom({ generate: true }, before)).fields
    expect(field).toMatchObject({ id: 'password', order: 1 })
  })

  test('a concealed value is refused as an argument', async () => {
    await expect(editFrom({ set: ['password=hunter2'] }, before)).rejects.toThrow(UsageError)
  })

  test('the refusal does not repeat the value', async () => {
    await expect(editFrom({ set: ['password=hunter2'] }, before)).rejects.not.toThrow(/hunter2/)
  })

  test('a generated value carries its exact bits', async () => {
    const [field] = (await editFrom({ generate: true }, before)).fields
    expect(field).toMatchObject({
      change: 'put',
      id: 'password',
      concealed: true,
      value: expect.stringMatching(/^.{20}$/),
      bits: expect.any(Number)
    })
  })

  test('tags are added and taken away, and nothing is touched that was not named', async () => {
    expect(await editFrom({ tag: ['New'], untag: ['Old'] }, before)).toEqual({ fields: [], tags: ['Work', 'New'] })
  })

  test('removing a field that is not there is an error', async () => {
    await expect(editFrom({ remove: ['nothing'] }, before)).rejects.toMatchObject({ code: 'FIELD_NOT_FOUND' })
  })

  test('a secret is reminded of every so many days, alone or with a new value, and no more', async () => {
    const [alone] = (await editFrom({ rotate: ['password=90'] }, before)).fields
    expect(alone).toMatchObject({ id: 'password', order: 1, rotateDays: 90 })
    expect(alone).not.toHaveProperty('value')
    const both = (await editFrom({ generate: true, rotate: ['password=90'] }, before)).fields
    expect(both).toEqual([expect.objectContaining({ rotateDays: 90, value: expect.any(String) })])
    expect((await editFrom({ rotate: ['password=never'] }, before)).fields[0]).toMatchObject({ rotateDays: null })
  })

  test('a date reminds or does not', async () => {
    const expires: FieldView = { ...username, id: 'expires', kind: 'date', value: '2027-01-31' }
    const edit = await editFrom({ remind: ['expires=off'] }, { fields: [expires], tags: [] })
    expect(edit.fields[0]).toMatchObject({ id: 'expires', expiry: false })
  })

  test.each([
    { rotate: ['username=90'] },
    { rotate: ['password'] },
    { rotate: ['password=0'] },
    { rotate: ['password=1e3'] },
    { rotate: ['password=3651'] },
    { remind: ['username=on'] },
    { remind: ['password=maybe'] }
  ])('a reminder that cannot be is refused: %o', async (flags) => {
    await expect(editFrom(flags, before)).rejects.toThrow(UsageError)
  })
})
