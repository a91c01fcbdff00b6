import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { MergeReview } from '../shared/merge-views.ts'
import type { ItemEdit } from '../shared/item-views.ts'
import { looksLikeCopy } from './merge/find-copies.ts'
import { createVault } from './create-vault.ts'
import { openVault } from './open-vault.ts'
import type { Session } from './session.ts'
import { eachInItsFolder, login, NEXT, PASSWORD, quickEnvironment } from './test-support/quick-environment.ts'

const place = eachInItsFolder()
const ALL = { filter: { of: 'all' }, text: '', sort: 'title', descending: false, from: 0, count: 100 } as const
const titles = (session: Session) => session.query(ALL).rows.map(({ title }) => title)
const note = (title: string, text: string): ItemEdit => ({
  title,
  fields: [
    {
      change: 'put',
      id: 'notes',
      label: 'field.note',
      kind: 'multiline',
      concealed: false,
      section: '',
      order: 0,
      value: text
    }
  ]
})
const noteText = (text: string): ItemEdit => ({ fields: note('', text).fields })
const password = (value: string): ItemEdit => ({
  fields: login('', value).fields.filter(({ id }) => id === 'password')
})

/** A vault and a copy of it, each changed on a device of its own; the first is open. */
async function apart(there: (copy: Session, ids: { mail: string; memo: string }) => Promise<void>) {
  const { environment, path, folder } = place()
  const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
  const mail = await session.create('login', login('Fjord Mail', 'the first password'))
  const memo = await session.create('note', note('Memo', 'Gateway two'))
  const copyPath = join(folder, 'my (conflicted copy 2026-11-24).coffer')
  await copyFile(path, copyPath)
  const laptop = quickEnvironment(join(folder, 'laptop'))
  const credential = { masterPassword: PASSWORD }
  const copy = await openVault(laptop, { path: copyPath, credential, mode: 'write' })
  await there(copy, { mail: mail.id, memo: memo.id })
  await copy.lock()
  return { session, mail, memo, copyPath }
}

async function review(session: Session, path: string, masterPassword?: string): Promise<MergeReview> {
  const opened = await session.openCopy(masterPassword === undefined ? { path } : { path, masterPassword })
  if (opened.status !== 'review') throw new Error('needs a password')
  return opened.review
}

const edit = async (session: Session, id: string, change: ItemEdit) =>
  session.edit(id, (await session.item(id)).revision, change)

describe('a copy of the vault that was changed apart', () => {
  test('is found beside it and opens without a password while the keys are the same', async () => {
    const { session, copyPath } = await apart(async (copy) => void (await copy.create('note', note('There', 'x'))))
    expect(await session.foundCopies()).toMatchObject([{ path: copyPath }])
    const before = [await readFile(place().path), await readFile(copyPath)]
    const found = await review(session, copyPath)
    expect(found.together.added).toEqual({ count: 1, titles: ['There'] })
    expect([await readFile(place().path), await readFile(copyPath)]).toEqual(before)
    expect(await session.applyMerge([])).toEqual({ added: 1, changed: 0, kept: 0, chosen: 0 })
    expect(titles(session)).toEqual(['Fjord Mail', 'Memo', 'There'])
    expect(await session.foundCopies()).toEqual([])
    await session.lock()
  })

  test('asks only about what was changed on both sides; the later one stands, the other is history', async () => {
    const { session, mail, memo, copyPath } = await apart(async (copy, ids) => {
      await edit(copy, ids.mail, password('set on the laptop'))
      await edit(copy, ids.memo, { title: 'Memo of the laptop', fields: [] })
    })
    await edit(session, mail.id, password('set here, and later'))
    await edit(session, memo.id, noteText('Gateway three'))
    const found = await review(session, copyPath)
    expect(found.conflicts.map(({ title, fields }) => [title, fields.map(({ field }) => field)])).toEqual([
      ['Fjord Mail', ['field:password']]
    ])
    const [field] = found.conflicts[0]?.fields ?? []
    expect(field).toMatchObject({ label: 'field.password', later: 'mine', mine: { value: { is: 'concealed' } } })
    expect(JSON.stringify(found)).not.toContain('set ')
    const at = { item: mail.id, field: 'field:password' }
    expect(await session.revealCopy({ ...at, side: 'other' })).toBe('set on the laptop')
    expect(await session.revealCopy({ ...at, side: 'mine' })).toBe('set here, and later')
    expect(found.together.changed).toEqual({ fields: 2, items: 1, fromHere: 1, fromThere: 1 })

    await session.applyMerge([])
    expect(await session.reveal(mail.id, 'password')).toBe('set here, and later')
    expect((await session.item(mail.id)).fields[1]?.olderVersions).toBe(2)
    expect(await session.item(memo.id)).toMatchObject({ title: 'Memo of the laptop' })
    expect(await session.reveal(memo.id, 'notes')).toBe('Gateway three')
    await session.lock()
  })

  test('takes what was chosen instead, and gives all of it back in one step', async () => {
    const { session, mail, memo, copyPath } = await apart(async (copy, ids) => {
      await edit(copy, ids.mail, password('set on the laptop'))
      await edit(copy, ids.memo, noteText('Gateway on the laptop'))
      await copy.create('note', note('There', 'x'))
    })
    await edit(session, mail.id, password('set here, and later'))
    await edit(session, memo.id, noteText('Gateway three'))
    await review(session, copyPath)
    const choices = [
      { item: mail.id, field: 'field:password', take: 'other' as const },
      { item: memo.id, field: 'field:notes', take: 'both' as const }
    ]
    expect(await session.applyMerge(choices)).toEqual({ added: 1, changed: 2, kept: 0, chosen: 2 })
    expect(await session.reveal(mail.id, 'password')).toBe('set on the laptop')
    expect(await session.reveal(memo.id, 'notes')).toBe('Gateway three\n\nGateway on the laptop')
    await session.undo.undo()
    expect(await session.reveal(mail.id, 'password')).toBe('set here, and later')
    expect(await session.reveal(memo.id, 'notes')).toBe('Gateway three')
    expect(session.counts().trash).toBe(1)
    await session.lock()
    const again = await openVault(place().environment, {
      path: place().path,
      credential: { masterPassword: PASSWORD },
      mode: 'write'
    })
    await again.verify()
    expect(await again.reveal(mail.id, 'password')).toBe('set here, and later')
    expect(again.view().notices).toEqual([])
    await again.lock()
  })

  test('under another master password asks for it, and merges all the same', async () => {
    const { session, mail, copyPath } = await apart(async (copy, ids) => {
      await edit(copy, ids.mail, password('set on the laptop'))
      await copy.changeMasterPassword({ current: PASSWORD, next: NEXT })
    })
    expect(await session.openCopy({ path: copyPath })).toEqual({ status: 'needsPassword' })
    await expect(session.openCopy({ path: copyPath, masterPassword: PASSWORD })).rejects.toMatchObject({
      code: 'WRONG_PASSWORD'
    })
    expect(await review(session, copyPath, NEXT)).toMatchObject({ conflicts: [], takesKeys: true })
    const { path, environment } = place()
    await session.applyMerge([])
    expect(await session.reveal(mail.id, 'password')).toBe('set on the laptop')
    await session.create('note', note('Saved under the new keys', 'x'))
    await session.lock()
    const withOld = openVault(environment, { path, credential: { masterPassword: PASSWORD }, mode: 'write' })
    await expect(withOld).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    const again = await openVault(environment, { path, credential: { masterPassword: NEXT }, mode: 'write' })
    await again.verify()
    expect(again.view().notices).toEqual([])
    expect(titles(again)).toEqual(['Fjord Mail', 'Memo', 'Saved under the new keys'])
    expect(await again.reveal(mail.id, 'password')).toBe('set on the laptop')
    await again.lock()
  })

  test('from before the master password was changed here brings its edits, and not its password', async () => {
    const { session, mail, copyPath } = await apart(async (copy, ids) => {
      await edit(copy, ids.mail, password('set under the old password'))
    })
    await session.changeMasterPassword({ current: PASSWORD, next: NEXT })
    expect(await session.openCopy({ path: copyPath })).toEqual({ status: 'needsPassword' })
    expect(await review(session, copyPath, PASSWORD)).toMatchObject({ takesKeys: false })
    await session.applyMerge([])
    expect(await session.reveal(mail.id, 'password')).toBe('set under the old password')
    await session.lock()
    const credential = { masterPassword: NEXT }
    const again = await openVault(place().environment, { path: place().path, credential, mode: 'write' })
    expect(await again.reveal(mail.id, 'password')).toBe('set under the old password')
    await again.lock()
  })

  test('may be a backup that was exported and used elsewhere, and is refused when it is somebody else’s', async () => {
    const { session, mail } = await apart(async () => {})
    const { environment, folder } = place()
    const target = join(folder, 'exported.coffer')
    await session.exportBackup({ target, masterPassword: PASSWORD })
    const credential = { masterPassword: PASSWORD }
    const used = await openVault(quickEnvironment(join(folder, 'laptop')), { path: target, credential, mode: 'write' })
    await edit(used, mail.id, password('set in the exported one'))
    await used.lock()
    await review(session, target, PASSWORD)
    await session.applyMerge([])
    expect(await session.reveal(mail.id, 'password')).toBe('set in the exported one')

    const another = join(folder, 'another.coffer')
    const made = await createVault(environment, { path: another, name: 'Other', masterPassword: PASSWORD })
    await made.session.create('note', note('Not ours', 'x'))
    await made.session.lock()
    await expect(session.openCopy({ path: another, masterPassword: PASSWORD })).rejects.toMatchObject({
      code: 'OTHER_VAULT'
    })
    await expect(session.applyMerge([])).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await session.lock()
  })

  test('brings nothing when it holds nothing new', async () => {
    const { session, copyPath } = await apart(async () => {})
    expect(await session.foundCopies()).toEqual([])
    const before = await readFile(place().path)
    expect((await review(session, copyPath)).bringsNothing).toBe(true)
    await session.applyMerge([])
    expect(await readFile(place().path)).toEqual(before)
    await session.lock()
  })
})

describe('names of copies', () => {
  test.each([
    'mara (conflicted copy 2026-11-25).coffer',
    "mara (Laptop's conflicted copy 2026-11-25).coffer",
    'mara-conflict-20261125-140203.coffer',
    'mara_conflict-20261125.coffer',
    'mara.sync-conflict-20261125-140203-ABCDEFG.coffer',
    'mara (SFConflict mara@example 2026-11-25).coffer',
    'mara (1).coffer',
    'mara 2.coffer',
    'mara unsaved 2026-11-25 14.02.03.coffer'
  ])('%s may be one', (name) => expect(looksLikeCopy('mara.coffer', name)).toBe(true))

  test.each(['mara.coffer', 'maraschino.coffer', 'other.coffer', 'mara (1).txt', '.mara (1).coffer'])(
    '%s is none',
    (name) => expect(looksLikeCopy('mara.coffer', name)).toBe(false)
  )

  test('what a restore put aside was given up on purpose', () =>
    expect(looksLikeCopy('mara.coffer', 'mara before restore 2026-11-25 14.02.31.coffer')).toBe(false))
})

describe('what is due after a merge', () => {
  const DATE = { change: 'put', label: 'field.expires', concealed: false, section: '', order: 9 } as const
  const ends = (value: string): ItemEdit => ({ fields: [{ ...DATE, id: 'expires', kind: 'date', value }] })
  const rotated = (days: number): ItemEdit => ({
    fields: password('a newer password').fields.map((field) =>
      field.change === 'put' ? { ...field, rotateDays: days } : field
    )
  })
  const dueOf = (session: Session) => session.query(ALL).rows.find(({ title }) => title === 'Fjord Mail')?.due

  test('is the soonest of what both sides know, and taking the merge back takes it back too', async () => {
    const { session, mail, copyPath } = await apart(async (copy, ids) => {
      await edit(copy, ids.mail, ends('2027-01-31'))
    })
    await edit(session, mail.id, rotated(3650))
    const before = dueOf(session)
    expect(before?.why).toBe('rotate')
    await review(session, copyPath)
    await session.applyMerge([])
    expect(dueOf(session)).toEqual({ why: 'expires', at: Date.UTC(2027, 0, 31, 12) })
    await session.undo.undo()
    expect(dueOf(session)).toEqual(before)
    await session.lock()
  })
})
