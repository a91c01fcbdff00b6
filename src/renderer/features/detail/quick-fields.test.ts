import { describe, expect, test } from 'vitest'
import type { FieldView } from '../../../shared/item-views.ts'
import { keysOf, quickFields } from './quick-fields.ts'

const open = (id: string, kind: FieldView['kind'], value: string): FieldView => ({
  id,
  kind,
  value,
  label: id,
  section: '',
  olderVersions: 0,
  concealed: false
})
const sealed = (id: string, kind: FieldView['kind'], empty = false): FieldView => ({
  id,
  kind,
  empty,
  bits: null,
  label: id,
  section: '',
  olderVersions: 0,
  concealed: true
})

describe('one-key copy', () => {
  test('finds username, password, code and website of a login', () => {
    const quick = quickFields({
      fields: [
        open('username', 'text', 'mara'),
        sealed('password', 'password'),
        sealed('otp', 'otp'),
        open('url', 'url', 'a.example')
      ]
    })
    expect(quick).toEqual({ username: 'username', password: 'password', code: 'otp', url: 'url' })
    expect([keysOf('otp', quick), keysOf('notes', quick)]).toEqual(['Ctrl+T', undefined])
  })

  test('passes over what is empty', () => {
    const quick = quickFields({
      fields: [open('username', 'text', ' '), sealed('password', 'password', true), sealed('pin', 'pin')]
    })
    expect(quick).toEqual({ username: null, password: 'pin', code: null, url: null })
  })

  test('never takes a one-time secret for the password', () => {
    expect(quickFields({ fields: [sealed('otp', 'otp')] }).password).toBeNull()
  })
})
