import { describe, expect, test } from 'vitest'
import { besideOf } from './beside.ts'
import { draftFrom } from './draft.ts'

const draft = draftFrom({
  type: 'login',
  fields: [
    { id: 'username', label: 'field.username', kind: 'text', concealed: false, section: '' },
    { id: 'password', label: 'field.password', kind: 'password', concealed: true, section: '' },
    { id: 'answer', label: 'Answer', kind: 'text', concealed: true, section: '' },
    { id: 'url', label: 'field.url', kind: 'url', concealed: false, section: '' }
  ]
})

describe('what stands beside a password', () => {
  test('is the title and what is open, never another concealed value', () => {
    const fields = draft.fields.map((field) => ({ ...field, value: `the ${field.id}` }))
    expect(besideOf({ ...draft, title: 'GitHub', fields })).toEqual(['GitHub', 'the username', 'the url'])
  })

  test('is bounded, and nothing where nothing is filled in', () => {
    expect(besideOf(draft)).toEqual([])
    expect(besideOf({ ...draft, title: 'x'.repeat(1025) })).toEqual([])
    const [first] = draft.fields
    const fields = Array.from({ length: 100 }, () => ({ ...first, value: 'mara' }) as (typeof draft.fields)[number])
    expect(besideOf({ ...draft, fields })).toHaveLength(40)
  })
})
