import { describe, expect, test } from 'vitest'
import type { ItemDetail } from '../../../shared/item-views.ts'
import { applyEdit } from './apply-edit.ts'
import { draftFrom, draftOf, hasContent, isEmptyEdit, NOTHING, toEdit } from './draft.ts'
import {
  add,
  conceal,
  forget,
  moveTo,
  relabel,
  remove,
  retag,
  retitle,
  reveal,
  type,
  takeGenerated
} from './draft-changes.ts'

const detail: ItemDetail = {
  id: '11111111-1111-4111-8111-111111111111',
  type: 'login',
  title: 'GitHub',
  favorite: false,
  tags: ['Work/Code'],
  fields: [
    {
      id: 'username',
      label: 'field.username',
      kind: 'text',
      section: '',
      olderVersions: 0,
      concealed: false,
      value: 'maralind'
    },
    {
      id: 'password',
      label: 'field.password',
      kind: 'password',
      section: '',
      olderVersions: 2,
      concealed: true,
      empty: false,
      bits: 90
    },
    { id: 'url', label: 'field.url', kind: 'url', section: '', olderVersions: 0, concealed: false, value: 'github.com' }
  ],
  attachments: [],
  createdAt: 1,
  changedAt: 2,
  trashedAt: null,
  revision: '000000000000000000000001'
}
const before = draftOf(detail)
const put = (id: string) => toEdit(before, before).fields.find((field) => field.id === id)

describe('what an editor saves', () => {
  test('is nothing as long as nothing was changed', () => {
    expect(isEmptyEdit(toEdit(before, before))).toBe(true)
    expect(put('password')).toBeUndefined()
  })

  test('leaves a concealed field out that nobody touched, also when its neighbour changes', () => {
    const edit = toEdit(before, type('username', 'mara')(before))
    expect(edit.fields).toEqual([
      {
        change: 'put',
        id: 'username',
        label: 'field.username',
        kind: 'text',
        concealed: false,
        section: '',
        order: 0,
        value: 'mara'
      }
    ])
  })

  test('never carries the value of a concealed field that was only moved or renamed', () => {
    const edit = toEdit(before, moveTo('password', 'username')(relabel('password', 'Pass')(before)))
    expect(edit.fields.map((field) => [field.id, 'order' in field && field.order])).toEqual([
      ['password', 0],
      ['username', 1],
      ['url', 2]
    ])
    expect(edit.fields.every((field) => !('value' in field))).toBe(true)
  })

  test('a password that was shown and left alone is not saved again', () => {
    const shown = reveal('password', 'hunter2')(before)
    expect(isEmptyEdit(toEdit(before, shown))).toBe(true)
    expect(forget('password')(shown).fields[1]?.value).toBeNull()
  })

  test('typing into a concealed field and emptying it again keeps the stored password', () => {
    const back = type('password', '')(type('password', 'x')(before))
    expect(isEmptyEdit(toEdit(before, back))).toBe(true)
  })

  test('a generated password carries its exact bits until it is typed over', () => {
    const generated = takeGenerated('password', 'correct horse', 77.5)(before)
    expect(toEdit(before, generated).fields[0]).toMatchObject({ value: 'correct horse', bits: 77.5 })
    expect(toEdit(before, type('password', 'correct horsey')(generated)).fields[0]).not.toHaveProperty('bits')
  })

  test('names what was removed, and gives all others their place', () => {
    expect(toEdit(before, remove('username')(before)).fields).toMatchObject([
      { change: 'put', id: 'password', order: 0 },
      { change: 'put', id: 'url', order: 1 },
      { change: 'remove', id: 'username' }
    ])
  })

  test('writes an open value again when it becomes concealed', () => {
    expect(toEdit(before, conceal('username', true)(before)).fields).toMatchObject([
      { id: 'username', concealed: true, value: 'maralind' }
    ])
  })

  test('a concealed value cannot stand open unseen', () => {
    expect(conceal('password', false)(before)).toEqual(before)
  })

  test('tags are clean and named once', () => {
    expect(toEdit(before, retag([' Work / Code', 'Home//', 'Work/Code', ' '])(before)).tags).toEqual([
      'Work/Code',
      'Home'
    ])
  })
})

describe('a new item', () => {
  const template = {
    type: 'login',
    fields: detail.fields.map(({ id, label, kind, section, concealed }) => ({ id, label, kind, section, concealed }))
  }

  test('has nothing to lose until something is typed', () => {
    expect(hasContent(draftFrom(template))).toBe(false)
    expect(hasContent(type('username', 'm')(draftFrom(template)))).toBe(true)
  })

  test('is created with all fields of its template and the values that were typed', () => {
    const edit = toEdit(NOTHING, retitle('New')(type('username', 'm')(draftFrom(template))))
    expect(edit.title).toBe('New')
    expect(edit.fields.map((field) => field.id)).toEqual(['username', 'password', 'url'])
    expect(edit.fields.filter((field) => 'value' in field).map((field) => field.id)).toEqual(['username'])
  })

  test('another website stands behind the first', () => {
    const two = add({ kind: 'url', label: 'field.url' }, 'a1b2')(before)
    expect(two.fields.map((field) => field.id)).toEqual(['username', 'password', 'url', 'url-a1b2'])
  })
})

describe('a draft that was kept through a lock', () => {
  test('comes back as it was', () => {
    const steps = [
      type('username', 'mara'),
      takeGenerated('password', 'new one', 80),
      add({ kind: 'secret', label: 'PIN' }, 'ffff'),
      moveTo('url', 'username'),
      retitle('GH'),
      retag(['A', 'B'])
    ]
    const now = steps.reduce((draft, step) => step(draft), before)
    expect(applyEdit(before, toEdit(before, now))).toEqual(now)
  })

  test('moves onto an item that was changed meanwhile without undoing that change', () => {
    const mine = toEdit(before, type('username', 'mara')(before))
    const theirs = retitle('GitHub (work)')(before)
    const both = applyEdit(theirs, mine)
    expect([both.title, both.fields[0]?.value]).toEqual(['GitHub (work)', 'mara'])
  })
})
