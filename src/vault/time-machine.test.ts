import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import type { BackupDifference } from '../shared/time-views.ts'
import { findBackups } from './find-backups.ts'
import { makeBackup } from './make-backup.ts'
import { createVault } from './create-vault.ts'
import { openVault } from './open-vault.ts'
import type { Session } from './session.ts'
import { eachInItsFolder, login, NEXT, PASSWORD } from './test-support/quick-environment.ts'

const place = eachInItsFolder()
const ALL = { filter: { of: 'all' }, text: '', sort: 'title', descending: false, from: 0, count: 100 } as const
const titles = (session: Session) => session.query(ALL).rows.map(({ title }) => title)
const passwordOf = (value: string) => ({
  fields: login('', value).fields.filter(({ id }) => id === 'password')
})

/** A vault of three items, a backup of then, and what happened since. */
async function changedSince() {
  const { environment, path } = place()
  const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
  const mail = await session.create('login', login('Fjord Mail', 'the first password'))
  const router = await session.create('login', login('Old router', 'router password'))
  const purged = await session.create('login', login('Gone', 'gone password'))
  const backup = await makeBackup(environment, session)
  const title = await session.edit(mail.id, mail.revision, { title: 'Fjord', ...passwordOf('the second password') })
  await session.trash([router.id, purged.id])
  await session.purge([purged.id])
  const fresh = await session.create('note', { title: 'New since', fields: [] })
  return { session, backup: backup.path, mail: title, router, purged, fresh }
}

async function open(session: Session, path: string, masterPassword?: string): Promise<BackupDifference> {
  const opened = await session.openBackup(masterPassword === undefined ? { path } : { path, masterPassword })
  if (opened.status !== 'open') throw new Error('needs a password')
  return opened.difference
}

const shown = ({ items }: BackupDifference) => items.map(({ title, is }) => `${title} ${is}`).toSorted()

describe('a backup beside now', () => {
  test('shows what is different, by item and by field, and is only read', async () => {
    const { session, backup, mail } = await changedSince()
    const before = await readFile(backup)
    const difference = await open(session, backup)
    expect(shown(difference)).toEqual(['Fjord changed', 'Gone gone', 'New since new', 'Old router trashed'])
    expect(difference.items.find(({ id }) => id === mail.id)?.fields.map(({ field }) => field)).toEqual([
      'title',
      'field:password'
    ])
    expect(difference.same).toBe(0)
    const item = session.itemThen(mail.id)
    expect(item.fields[0]).toMatchObject({
      field: 'title',
      mine: { value: { is: 'open', text: 'Fjord' } },
      other: { value: { is: 'open', text: 'Fjord Mail' } }
    })
    expect(JSON.stringify([difference, item])).not.toContain('first password')
    expect(session.revealThen({ item: mail.id, field: 'field:password', side: 'other' })).toBe('the first password')
    expect(session.revealThen({ item: mail.id, field: 'field:password', side: 'mine' })).toBe('the second password')
    await session.closeBackup()
    expect(await readFile(backup)).toEqual(before)
    await session.lock()
  })

  test('gives back one field, and takes that back again', async () => {
    const { session, backup, mail } = await changedSince()
    await open(session, backup)
    const { difference } = await session.restoreField(mail.id, 'field:password')
    expect(difference.items.find(({ id }) => id === mail.id)?.fields.map(({ field }) => field)).toEqual(['title'])
    expect(await session.reveal(mail.id, 'password')).toBe('the first password')
    expect((await session.item(mail.id)).fields[1]?.olderVersions).toBe(2)
    await session.undo.undo()
    expect(await session.reveal(mail.id, 'password')).toBe('the second password')
    await session.lock()
  })

  test('gives back one item: out of the trash, or as a new one when it was purged', async () => {
    const { session, backup, router, purged } = await changedSince()
    await open(session, backup)
    await session.restoreItem(router.id)
    const { item, difference } = await session.restoreItem(purged.id)
    expect(titles(session)).toEqual(['Fjord', 'Gone', 'New since', 'Old router'])
    expect(item).not.toBe(purged.id)
    expect(await session.reveal(item ?? '', 'password')).toBe('gone password')
    expect(await session.reveal(item ?? '', 'username')).toBe('mara')
    expect(session.query(ALL).rows[1]?.subtitle).toBe('mara')
    expect(shown(difference)).toContain('Gone gone')
    await session.undo.undo()
    expect(titles(session)).toEqual(['Fjord', 'New since', 'Old router'])
    await session.lock()
  })

  test('gives back everything, after a backup of now, in one step that can be taken back', async () => {
    const { session, backup, mail } = await changedSince()
    await open(session, backup)
    const { difference } = await session.restoreEverything()
    expect(titles(session)).toEqual(['Fjord Mail', 'Gone', 'Old router'])
    expect(await session.reveal(mail.id, 'password')).toBe('the first password')
    expect(shown(difference)).toEqual(['Gone gone', 'Gone new'])
    expect(await findBackups(place().environment, place().path)).toHaveLength(2)
    await session.undo.undo()
    expect(titles(session)).toEqual(['Fjord', 'New since'])
    await session.lock()
    const again = await openVault(place().environment, {
      path: place().path,
      credential: { masterPassword: PASSWORD },
      mode: 'write'
    })
    await again.verify()
    expect(titles(again)).toEqual(['Fjord', 'New since'])
    await again.lock()
  })

  test('takes the password of its own time when that was changed since', async () => {
    const { session, backup, mail } = await changedSince()
    await session.changeMasterPassword({ current: PASSWORD, next: NEXT })
    expect(await session.openBackup({ path: backup })).toEqual({ status: 'needsPassword' })
    await expect(session.openBackup({ path: backup, masterPassword: NEXT })).rejects.toMatchObject({
      code: 'WRONG_PASSWORD'
    })
    const difference = await open(session, backup, PASSWORD)
    expect(shown(difference)).toEqual(['Fjord changed', 'Gone gone', 'New since new', 'Old router trashed'])
    await session.restoreField(mail.id, 'field:password')
    expect(await session.reveal(mail.id, 'password')).toBe('the first password')
    await session.lock()
    await expect(session.openBackup({ path: backup, masterPassword: PASSWORD })).rejects.toMatchObject({
      code: 'LOCKED'
    })
  })
})
