import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { ItemDetail, ItemEdit } from '../../../shared/item-views.ts'
import { draftFrom, draftOf, NOTHING } from './draft.ts'
import { retitle, star, type } from './draft-changes.ts'
import type { SaverPort } from './save-work.ts'
import { createSaver, type EditorStart } from './saver.ts'

const revision = (n: number) => n.toString(16).padStart(24, '0')
const detail: ItemDetail = {
  id: '11111111-1111-4111-8111-111111111111',
  type: 'login',
  title: 'GitHub',
  favorite: false,
  tags: [],
  fields: [
    {
      id: 'username',
      label: 'field.username',
      kind: 'text',
      section: '',
      olderVersions: 0,
      concealed: false,
      value: 'mara'
    },
    {
      id: 'password',
      label: 'field.password',
      kind: 'password',
      section: '',
      olderVersions: 0,
      concealed: true,
      empty: false,
      bits: 90
    }
  ],
  attachments: [],
  createdAt: 1,
  changedAt: 2,
  trashedAt: null,
  revision: revision(1)
}
const template = {
  type: 'login',
  fields: detail.fields.map(({ id, label, kind, section, concealed }) => ({ id, label, kind, section, concealed }))
}
const existing: EditorStart = {
  id: detail.id,
  type: 'login',
  revision: detail.revision,
  before: draftOf(detail),
  now: draftOf(detail),
  kept: false
}
const fresh: EditorStart = {
  id: null,
  type: 'login',
  revision: '',
  before: NOTHING,
  now: draftFrom(template),
  kept: false
}

class Stale extends Error {}

function vault(options: { stale?: boolean; full?: () => boolean } = {}) {
  const done: (readonly [string, ItemEdit | null])[] = []
  let stored = detail
  let stale = options.stale ?? false
  const write = async (name: string, edit: ItemEdit): Promise<ItemDetail> => {
    if (options.full?.() === true) throw new Error('NO_SPACE')
    done.push([name, edit])
    stored = { ...stored, title: edit.title ?? stored.title, revision: revision(done.length + 9) }
    return stored
  }
  const port: SaverPort = {
    create: (_type, edit) => write('create', edit),
    edit: async (_item, expected, edit) => {
      if (stale) {
        stale = false
        stored = { ...detail, title: 'Theirs', revision: revision(7) }
        throw new Stale()
      }
      if (expected !== stored.revision) throw new Stale()
      return write('edit', edit)
    },
    get: async () => stored,
    keepDraft: async ({ edit }) => void done.push(['keep', edit]),
    dropDraft: async () => void done.push(['drop', null]),
    isStale: (error) => error instanceof Stale
  }
  return { port, done, names: () => done.map(([name]) => name) }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('an open editor', () => {
  test('keeps a draft soon and saves within a second, then takes the draft away', async () => {
    const { port, names } = vault()
    const saver = createSaver(existing, port, () => {})
    saver.change(type('username', 'maralind'))
    await vi.advanceTimersByTimeAsync(400)
    expect(names()).toEqual(['keep'])
    await vi.advanceTimersByTimeAsync(600)
    expect(names()).toEqual(['keep', 'edit', 'drop'])
    expect(saver.state()).toMatchObject({ status: { is: 'clean' } })
  })

  test('does not save half a password, but has it in the draft', async () => {
    const { port, done, names } = vault()
    const saver = createSaver(existing, port, () => {})
    saver.hold('password')
    saver.change(type('password', 'hun'))
    await vi.advanceTimersByTimeAsync(2000)
    expect(names()).toEqual(['keep'])
    saver.change(type('password', 'hunter22'))
    saver.hold(null)
    await vi.advanceTimersByTimeAsync(2000)
    expect(done.find(([name]) => name === 'edit')?.[1]?.fields).toMatchObject([{ id: 'password', value: 'hunter22' }])
  })

  test('saves a password that is left, but not another one that is being typed by then', async () => {
    const { port, done, names } = vault()
    const saver = createSaver(existing, port, () => {})
    saver.hold('password')
    saver.change(type('password', 'hunter22'))
    saver.release('username')
    await vi.advanceTimersByTimeAsync(2000)
    expect(names()).toEqual(['keep'])
    saver.release('password')
    await vi.advanceTimersByTimeAsync(0)
    expect(done.find(([name]) => name === 'edit')?.[1]?.fields).toMatchObject([{ id: 'password', value: 'hunter22' }])
  })

  test('lets go of a saved password that nobody looks at', async () => {
    const { port } = vault()
    const saver = createSaver(existing, port, () => {})
    saver.change(type('password', 'hunter22'))
    expect(await saver.flush()).toBe(true)
    expect(saver.state().draft.fields[1]).toMatchObject({ value: null, saved: null })
  })

  test('looking at a password saves nothing', async () => {
    const { port, names } = vault()
    const saver = createSaver(existing, port, () => {})
    saver.show('password', 'stored')
    expect(saver.state().draft.fields[1]?.value).toBe('stored')
    saver.hide('password')
    await saver.flush()
    expect(names()).toEqual([])
    expect(saver.state().draft.fields[1]?.value).toBeNull()
  })

  test('lays its changes over an item that was changed meanwhile', async () => {
    const { port, done } = vault({ stale: true })
    const saver = createSaver(existing, port, () => {})
    saver.change(type('username', 'maralind'))
    expect(await saver.flush()).toBe(true)
    expect(done.at(0)?.[1]).toMatchObject({ fields: [{ id: 'username', value: 'maralind' }] })
    expect(done.at(0)?.[1]).not.toHaveProperty('title')
    expect(saver.state().draft.title).toBe('Theirs')
  })

  test('a save that fails loses nothing and can be tried again', async () => {
    let full = true
    const { port, names } = vault({ full: () => full })
    const saver = createSaver(existing, port, () => {})
    saver.change(retitle('GH'))
    expect(await saver.flush()).toBe(false)
    expect(saver.state()).toMatchObject({ status: { is: 'failed' }, draft: { title: 'GH' } })
    expect(names()).toEqual(['keep'])
    full = false
    expect(await saver.flush()).toBe(true)
    expect(names()).toEqual(['keep', 'edit', 'drop'])
  })

  test('an emptied title is saved like any other change', async () => {
    const { port, done } = vault()
    const saver = createSaver(existing, port, () => {})
    saver.change(retitle(''))
    await saver.flush()
    expect(done).toEqual([['edit', { title: '', fields: [] }]])
  })

  test('a change that is taken back is not saved', async () => {
    const { port, names } = vault()
    const saver = createSaver(existing, port, () => {})
    saver.change(star(true))
    saver.change(star(false))
    await vi.advanceTimersByTimeAsync(2000)
    expect(names()).toEqual([])
  })
})

describe('an editor on a new item', () => {
  test('creates nothing as long as nothing is in it', async () => {
    const { port, names } = vault()
    expect(await createSaver(fresh, port, () => {}).flush()).toBe(true)
    expect(names()).toEqual([])
  })

  test('creates the item once and edits it from then on', async () => {
    const { port, names } = vault()
    const saver = createSaver(fresh, port, () => {})
    saver.change(retitle('New'))
    await saver.flush()
    saver.change(retitle('Newer'))
    await saver.flush()
    expect(names()).toEqual(['create', 'edit'])
    expect(saver.state().id).toBe(detail.id)
  })
})
