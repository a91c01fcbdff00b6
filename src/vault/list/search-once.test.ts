import { beforeEach, describe, expect, test } from 'vitest'
import type { FieldEdit, FieldKind, ItemEdit } from '../../shared/item-views.ts'
import type { ListFilter } from '../../shared/list-views.ts'
import type { Environment } from '../environment.ts'
import { createVault } from '../create-vault.ts'
import { openVault } from '../open-vault.ts'
import type { Session } from '../session.ts'
import { eachInItsFolder, PASSWORD, quickEnvironment } from '../test-support/quick-environment.ts'

const place = eachInItsFolder()
let environment: Environment
beforeEach(() => {
  environment = quickEnvironment(`${place().folder}/app`)
})

const put = (id: string, kind: FieldKind, value: string): FieldEdit => ({
  change: 'put',
  id,
  label: id,
  kind,
  concealed: false,
  section: '',
  order: 0,
  value
})

function item(title: string, { username = '', url = '', notes = '', tags = [] as string[] } = {}): ItemEdit {
  const fields = [put('username', 'text', username), put('url', 'url', url), put('notes', 'multiline', notes)]
  return { title, tags, fields: fields.filter((field) => 'value' in field && field.value !== '') }
}

const ITEMS: readonly ItemEdit[] = [
  item('Straße', { username: 'jürgen', notes: 'Erste Zeile\nzweite Zeile mit "Anführung" und C:\\Pfad' }),
  item('strasse und Café', { url: 'https://example.org/straße?a="b"', tags: ['Arbeit/Küche'] }),
  item('GitHub', { username: 'mara@example.org', url: 'https://github.com/login', tags: ['Work'] }),
  item('github enterprise', { username: 'Mara', notes: 'the spare key is with jurgen' }),
  item('İstanbul ﬁne', { notes: 'a\u007fb \u{1F600} tab\there' }),
  item('Plain', { notes: 'nothing of interest' }),
  item('Bell \u0007 and "quotes"', { username: 'back\\slash' })
]
/** Parted by semicolons. */
const QUERIES =
  `str;strasse;STRASSE café;straße;jurgen;jürgen;mara;git;github key;key github;fine;";c:\\pfad;\\;"b";zeile;
anfuhrung;work;kuche;arbeit/kuche;example.org;o;is;😀;istanbul;spare jurgen;nothing;not there;bell quotes;tab;there;btab;a b;
e;newword;gone`
    .split(';')
    .map((query) => query.trim())
const FILTERS: readonly ListFilter[] = [{ of: 'all' }, { of: 'trash' }, { of: 'tag', tag: 'Arbeit' }]

const unlock = async (): Promise<Session> =>
  openVault(environment, { path: place().path, credential: { masterPassword: PASSWORD }, mode: 'write' })

async function madeOf(edits: readonly ItemEdit[]): Promise<Session> {
  const { session } = await createVault(environment, { path: place().path, name: 'Mine', masterPassword: PASSWORD })
  for (const edit of edits) await session.create('login', edit)
  return session
}

/** What a list shows that all notes have joined; asked in another session, so that neither helps the other. */
async function expectSameAsTheList(): Promise<void> {
  const once = await unlock()
  const found = new Map<string, unknown>()
  for (const text of QUERIES)
    for (const filter of FILTERS)
      found.set(JSON.stringify([text, filter]), await once.searchOnce({ text, filter, most: 50 }))
  await once.lock()
  const whole = await unlock()
  await whole.verify()
  for (const text of QUERIES)
    for (const filter of FILTERS) {
      const query = { filter, text, sort: 'title', descending: false, from: 0, count: 50 } as const
      expect(found.get(JSON.stringify([text, filter])), text).toEqual(whole.query(query).rows)
    }
  await whole.lock()
}

describe('searching once', () => {
  test('finds what the list finds, of items in a snapshot and of those saved since', async () => {
    const session = await madeOf(ITEMS)
    await session.lock()
    await expectSameAsTheList()

    const grown = await unlock()
    await grown.compact()
    await grown.lock()
    await expectSameAsTheList()

    const changed = await unlock()
    const [plain, github] = [changed.find('Plain'), changed.find('GitHub')]
    await changed.edit(plain, (await changed.item(plain)).revision, item('Plain', { notes: 'newword' }))
    await changed.trash([github])
    await changed.create('login', item('Late', { notes: 'newword, and the spare key' }))
    const gone = await changed.create('login', item('Gone for good', { notes: 'gone' }))
    await changed.trash([gone.id])
    await changed.purge([gone.id])
    await changed.lock()
    await expectSameAsTheList()
  })

  test('finds something of everything that it is asked for here, and no more than asked', async () => {
    const session = await madeOf(ITEMS)
    await session.compact()
    await session.lock()
    const once = await unlock()
    const titles = async (text: string, most = 50) =>
      (await once.searchOnce({ text, filter: { of: 'all' }, most })).map(({ title }) => title)
    expect(await titles('STRASSE')).toEqual(['Straße', 'strasse und Café'])
    expect(await titles('"anfuhrung" c:\\pfad')).toEqual(['Straße'])
    expect(await titles('github spare')).toEqual(['github enterprise'])
    expect(await titles('github', 1)).toEqual(['GitHub'])
    expect(await titles('nobody has this')).toEqual([])
    await once.lock()
  })
})

describe('notes in the search of the list', () => {
  const find = (session: Session, text: string) =>
    session
      .query({ filter: { of: 'all' }, text, sort: 'title', descending: false, from: 0, count: 50 })
      .rows.map(({ title }) => title)

  test('are the newest ones, and there for items that were made after the last snapshot', async () => {
    const session = await madeOf([item('First', { notes: 'old words' })])
    await session.compact()
    const id = session.find('First')
    await session.edit(id, (await session.item(id)).revision, item('First', { notes: 'fresh words' }))
    await session.create('login', item('Second', { notes: 'other words' }))
    await session.lock()

    for (const read of [(again: Session) => again.verify(), (again: Session) => again.readNotes()]) {
      const again = await unlock()
      await read(again)
      expect(find(again, 'fresh')).toEqual(['First'])
      expect(find(again, 'old')).toEqual([])
      expect(find(again, 'other')).toEqual(['Second'])
      expect(find(again, 'words')).toEqual(['First', 'Second'])
      await again.lock()
    }
  })

  test('are found of an item that somebody opened before they were read', async () => {
    const session = await madeOf([item('First', { notes: 'spare key' })])
    await session.compact()
    await session.lock()
    const again = await unlock()
    await again.item(again.find('First'))
    await again.verify()
    expect(find(again, 'spare')).toEqual(['First'])
    await again.lock()
  })
})
