import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { subtitleField } from '../core/vault/item-types.ts'
import { fieldView, itemTemplate } from '../shared/item-views.ts'
import { itemTemplates, templateFields } from './item-templates.ts'

const TYPES = [
  'login',
  'note',
  'card',
  'identity',
  'api',
  'database',
  'server',
  'ssh-key',
  'certificate',
  'wifi',
  'bank',
  'passport',
  'licence'
]
const SECRET = new Set(['password', 'secret', 'pin', 'otp'])

describe('the types of items', () => {
  test('are offered as the page expects them', () => {
    expect(itemTemplates().map(({ type }) => type)).toEqual(TYPES)
    for (const template of itemTemplates()) expect(v.parse(itemTemplate, template)).toEqual(template)
  })

  test.each(TYPES)('%s has fields of its own names, and every secret of it is concealed', (type) => {
    const fields = templateFields(type)
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length)
    for (const field of fields) {
      expect(v.parse(fieldView, field)).toEqual(field)
      expect(field.concealed || !SECRET.has(field.kind)).toBe(true)
      expect(field.label).toMatch(/^field\.[a-z-]+$/)
    }
    expect(fields.at(-1)?.id).toBe('notes')
  })

  test.each(TYPES)('%s repeats an open field as its second line, or none', (type) => {
    const id = subtitleField(type)
    const field = templateFields(type).find((each) => each.id === id)
    expect(id === '' || field?.concealed === false).toBe(true)
  })

  test('a login has a name, a password, a code and an address', () => {
    expect(templateFields('login')).toEqual([
      {
        id: 'username',
        label: 'field.username',
        kind: 'text',
        section: '',
        olderVersions: 0,
        concealed: false,
        value: ''
      },
      {
        id: 'password',
        label: 'field.password',
        kind: 'password',
        section: '',
        olderVersions: 0,
        concealed: true,
        empty: true,
        bits: null
      },
      {
        id: 'otp',
        label: 'field.otp',
        kind: 'otp',
        section: '',
        olderVersions: 0,
        concealed: true,
        empty: true,
        bits: null
      },
      { id: 'url', label: 'field.url', kind: 'url', section: '', olderVersions: 0, concealed: false, value: '' },
      {
        id: 'notes',
        label: 'field.notes',
        kind: 'multiline',
        section: '',
        olderVersions: 0,
        concealed: false,
        value: ''
      }
    ])
  })

  test('of the user have no fields to begin with', () => {
    expect(templateFields('hologram')).toEqual([])
    expect(templateFields('__proto__')).toEqual([])
    expect(subtitleField('hologram')).toBe('username')
  })
})
