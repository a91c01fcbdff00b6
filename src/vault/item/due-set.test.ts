import { describe, expect, test } from 'vitest'
import type { FieldEdit } from '../../shared/item-views.ts'
import { createVault } from '../create-vault.ts'
import type { Session } from '../session.ts'
import { eachInItsFolder, PASSWORD } from '../test-support/quick-environment.ts'

const place = eachInItsFolder()
const DAY = 86_400_000
type Put = Extract<FieldEdit, { change: 'put' }>

const date = (id: string, more: Partial<Put>): Put => ({
  change: 'put',
  id,
  label: id,
  kind: 'date',
  concealed: false,
  section: '',
  order: 0,
  ...more
})
const secret = (more: Partial<Put>): Put => ({ ...date('password', more), kind: 'password', concealed: true })
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

async function withVault(use: (session: Session, create: (...fields: Put[]) => Promise<string>) => Promise<void>) {
  const { environment, path } = place()
  const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
  await use(session, async (...fields) => (await session.create('licence', { title: 'x', fields })).id)
  await session.lock()
}

const due = (session: Session) =>
  session.query({ filter: { of: 'due' }, text: '', sort: 'title', descending: false, from: 0, count: 10 }).rows

async function edit(session: Session, id: string, ...fields: FieldEdit[]) {
  return session.edit(id, (await session.item(id)).revision, { fields })
}

describe('an end', () => {
  test('that a template names is listed thirty days ahead, and follows its date', async () => {
    await withVault(async (session, create) => {
      const id = await create(date('expires', { value: inDays(12) }))
      expect(due(session)).toMatchObject([{ id, due: { why: 'expires' } }])
      expect(session.counts().due).toBe(1)
      await edit(session, id, date('expires', { value: inDays(400) }))
      expect(due(session)).toEqual([])
      expect((await session.item(id)).dues).toMatchObject([{ field: 'expires', why: 'expires' }])
      await edit(session, id, date('expires', { value: inDays(-3) }))
      expect(due(session)).toHaveLength(1)
      await edit(session, id, date('expires', { value: 'some day' }))
      expect(due(session)).toEqual([])
    })
  })

  test('can be silenced, and stays so when its date changes', async () => {
    await withVault(async (session, create) => {
      const id = await create(date('expires', { value: inDays(5) }))
      const silent = await edit(session, id, date('expires', { expiry: false }))
      expect(due(session)).toEqual([])
      expect(silent.fields[0]).toMatchObject({ value: inDays(5), expiry: false })
      await edit(session, id, date('expires', { value: inDays(6) }))
      expect(due(session)).toEqual([])
    })
  })

  test("of the user's own is reminded of when asked, at the end of a month too", async () => {
    await withVault(async (session, create) => {
      const id = await create(date('field-1', { value: inDays(5) }))
      expect(due(session)).toEqual([])
      await edit(session, id, date('field-1', { kind: 'month', value: inDays(0).slice(0, 7), expiry: true }))
      expect(due(session)).toHaveLength(1)
      await edit(session, id, date('field-1', { kind: 'month', value: '' }))
      await edit(session, id, date('field-1', { kind: 'month', value: '2020-01' }))
      expect(due(session)).toHaveLength(1)
      await edit(session, id, { change: 'remove', id: 'field-1' })
      expect(due(session)).toEqual([])
    })
  })
})

describe('a rotation', () => {
  test('counts from when the value was set, and starts again with a new one', async () => {
    await withVault(async (session, create) => {
      const id = await create(secret({ value: 'hunter2hunter2', rotateDays: 10 }))
      const [row] = due(session)
      expect(row?.due?.why).toBe('rotate')
      expect(Math.abs((row?.due?.at ?? 0) - (Date.now() + 10 * DAY))).toBeLessThan(DAY / 2)
      const before = row?.due?.at ?? 0
      await new Promise((resolve) => setTimeout(resolve, 5))
      await edit(session, id, secret({ label: 'Renamed' }))
      expect(due(session)[0]?.due?.at).toBe(before)
      await edit(session, id, secret({ value: 'another long one' }))
      expect(due(session)[0]?.due?.at).toBeGreaterThan(before)
    })
  })

  test('goes with null, is carried to a copy, and needs a value', async () => {
    await withVault(async (session, create) => {
      const id = await create(secret({ value: 'hunter2hunter2', rotateDays: 10 }))
      const copy = await session.duplicate(id)
      expect(copy.fields[0]).toMatchObject({ rotateDays: 10 })
      await edit(session, id, secret({ rotateDays: null }))
      expect(due(session).map((row) => row.id)).toEqual([copy.id])
      await edit(session, copy.id, secret({ value: '' }))
      expect(due(session)).toEqual([])
      await session.trash([copy.id])
      expect(session.counts().due).toBe(0)
    })
  })
})
