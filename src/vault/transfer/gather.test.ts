import { describe, expect, test } from 'vitest'
import { openVault } from '../open-vault.ts'
import type { Session } from '../session.ts'
import { type GatherOptions, gatherItems, gatherVault } from './gather.ts'
import { PASSWORD } from '../test-support/quick-environment.ts'
import { attach, put, putConcealed, quickVault, reopened } from './test-support/quick-vault.ts'

const gathered = async (session: Session, options?: GatherOptions) => gatherVault(session.store.opened(), options)

describe('a vault that is gathered for export', () => {
  test('gives items whole: concealed values opened, fields in their order, tags and dates', async () => {
    const made = await quickVault()
    const fields = [put('username', 'mara'), putConcealed('password', 'hunter2hunter2')]
    const { id } = await made.session.create('login', { title: 'GitHub', favorite: true, tags: ['b', 'a'], fields })
    const { session } = await reopened(made)
    const { createdAt, changedAt } = await session.item(id)
    const { vault, damaged } = await gathered(session)
    expect(damaged).toEqual([])
    expect(vault.items).toEqual([
      {
        type: 'login',
        title: 'GitHub',
        favorite: true,
        tags: ['a', 'b'],
        createdAt,
        changedAt,
        trashedAt: null,
        attachments: [],
        fields: [
          {
            id: 'username',
            label: 'field.username',
            kind: 'text',
            concealed: false,
            section: '',
            value: 'mara',
            history: []
          },
          {
            id: 'password',
            label: 'field.password',
            kind: 'password',
            concealed: true,
            section: '',
            value: 'hunter2hunter2',
            history: []
          }
        ]
      }
    ])
  })

  test('gives older values oldest first, also those from before a field was concealed', async () => {
    const { session } = await quickVault()
    const open = { kind: 'url' } as const
    const steps = [
      put('url', 'https://one', open),
      put('url', 'https://two', open),
      put('url', 'three', { ...open, concealed: true })
    ]
    const { id, ...made } = await session.create('login', { title: 'x', fields: [] })
    let { revision } = made
    for (const field of steps) ({ revision } = await session.edit(id, revision, { fields: [field] }))
    const { vault } = await gathered(session)
    const [field] = vault.items[0]?.fields ?? []
    expect(field).toMatchObject({ value: 'three', concealed: true })
    expect(field?.history.map(({ value }) => value)).toEqual(['https://one', 'https://two'])
    expect(field?.history.every(({ at }) => at !== null && at > 1.6e12)).toBe(true)
  })

  test('names a damaged attachment, leaves it out and goes on', async () => {
    const made = await quickVault()
    const one = await made.session.create('note', { title: 'One', fields: [] })
    await made.session.create('note', { title: 'Two', fields: [] })
    const bytes = new TextEncoder().encode('whole')
    await attach(made, one.id, { name: 'good.txt', bytes })
    await attach(made, one.id, { name: 'lost.txt', bytes, stored: null })
    await attach(made, one.id, { name: 'other.txt', bytes, stored: new TextEncoder().encode('whola') })
    await attach(made, one.id, { name: 'long.txt', bytes, stored: new TextEncoder().encode('whole and more') })
    const { vault, damaged } = await gathered((await reopened(made)).session)
    expect(vault.items.map(({ title }) => title).toSorted()).toEqual(['One', 'Two'])
    expect(vault.items.flatMap(({ attachments }) => attachments)).toEqual([
      { name: 'good.txt', mediaType: 'text/plain', bytes }
    ])
    expect(damaged.map(({ item, attachment }) => `${item} ${attachment}`).toSorted()).toEqual([
      'One long.txt',
      'One lost.txt',
      'One other.txt'
    ])
  })

  test('leaves out what was purged, and the trash when asked to', async () => {
    const { session } = await quickVault()
    const ids = await Promise.all(
      ['kept', 'trashed', 'purged'].map(async (title) => (await session.create('note', { title, fields: [] })).id)
    )
    await session.trash(ids.slice(1))
    await session.purge(ids.slice(2))
    const titles = async (options?: GatherOptions) =>
      (await gathered(session, options)).vault.items.map(({ title }) => title).toSorted()
    expect(await titles()).toEqual(['kept', 'trashed'])
    expect(await titles({ trashed: false })).toEqual(['kept'])
    expect(await titles({ items: ids.slice(1, 2) })).toEqual(['trashed'])
    await expect(titles({ items: ids })).rejects.toMatchObject({ code: 'ITEM_NOT_FOUND' })
  })

  test('stops when asked to, and says how far it is', async () => {
    const { session } = await quickVault()
    for (const title of ['a', 'b', 'c']) await session.create('note', { title, fields: [] })
    const steps: string[] = []
    const stop = new AbortController()
    const report = (done: number, total: number) => void steps.push(`${done}/${total}`)
    for await (const _ of gatherItems(session.store.opened(), { job: { report, signal: stop.signal } })) continue
    expect(steps).toEqual(['1/3', '2/3', '3/3'])
    stop.abort()
    const stopped = gathered(session, { job: { report, signal: stop.signal } })
    await expect(stopped).rejects.toMatchObject({ code: 'CANCELLED' })
  })

  test('opens nothing for good: details stay sealed in the folded vault', async () => {
    const made = await quickVault()
    await made.session.create('note', { title: 'x', fields: [put('notes', 'text')] })
    // A backup is a snapshot, whose details stay sealed when it is opened.
    const target = `${made.folder}/copy.coffer`
    await made.session.exportBackup({ target, masterPassword: PASSWORD })
    await made.session.lock()
    const credential = { masterPassword: PASSWORD }
    const copy = await openVault(made.environment, { path: target, credential, mode: 'read' })
    const { folded } = copy.store.opened()
    const sealed = [...folded.ids()].flatMap((id) => folded.sealedGroups(id))
    expect(sealed).not.toEqual([])
    expect((await gathered(copy)).vault.items[0]?.fields[0]?.value).toBe('text')
    expect([...folded.ids()].flatMap((id) => folded.sealedGroups(id))).toEqual(sealed)
    await copy.lock()
  })
})
