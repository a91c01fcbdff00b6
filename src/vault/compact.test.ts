import { stat } from 'node:fs/promises'
import { describe, expect, test, vi } from 'vitest'
import { compactWhenGrown } from './compact-when-grown.ts'
import { createVault } from './create-vault.ts'
import { openVault } from './open-vault.ts'
import type { Session } from './session.ts'
import { eachInItsFolder, login, PASSWORD } from './test-support/quick-environment.ts'

const place = eachInItsFolder()
const text = 'x'.repeat(400_000)
const note = (value: string) => ({
  fields: [
    {
      change: 'put' as const,
      id: 'notes',
      label: 'field.notes',
      kind: 'multiline' as const,
      concealed: false,
      section: '',
      order: 0,
      value
    }
  ]
})

/** A vault whose favourite was switched on and off for a megabyte. */
async function grown(): Promise<{ session: Session; id: string }> {
  const { environment, path } = place()
  const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
  const { id } = await session.create('login', login('GitHub', 'a first long password'))
  for (let round = 0; round < 4; round++) {
    await session.edit(id, (await session.item(id)).revision, { title: 'GitHub', ...note(text + round) })
  }
  return { session, id }
}

const size = async () => (await stat(place().path)).size
const reopen = () =>
  openVault(place().environment, { path: place().path, credential: { masterPassword: PASSWORD }, mode: 'write' })

describe('compaction', () => {
  test('on request makes the file smaller or no larger, and loses nothing', async () => {
    const { session, id } = await grown()
    for (let round = 0; round < 30; round++) {
      await session.edit(id, (await session.item(id)).revision, { favorite: round % 2 === 0, fields: [] })
    }
    const { before, after } = await session.compact()
    expect([before > after, await size()]).toEqual([true, after])
    expect((await session.item(id)).fields.find((field) => field.id === 'notes')?.olderVersions).toBe(3)
    await session.create('note', { title: 'Saved on the new file', fields: [] })
    await session.lock()
    const again = await reopen()
    expect((await again.verify()).items).toBe(2)
    expect(await again.reveal(id, 'password')).toBe('a first long password')
    await again.lock()
  })

  test('gives way to a save, which does not wait for it', async () => {
    const { session, id } = await grown()
    const compacting = session.store.compact().then(
      () => 'compacted',
      (error: unknown) => error
    )
    const saved = session.edit(id, (await session.item(id)).revision, { title: 'Saved meanwhile', fields: [] })
    expect((await saved).title).toBe('Saved meanwhile')
    expect(await compacting).toMatchObject({ code: 'CANCELLED' })
    await session.compact()
    await session.lock()
    const again = await reopen()
    expect((await again.item(id)).title).toBe('Saved meanwhile')
    await again.lock()
  })

  test('keeps every save while it is asked for over and over', async () => {
    const { session } = await grown()
    const rounds = Array.from({ length: 12 }, (_, index) => index)
    const compactions = rounds.map(() => session.store.compact().catch(() => {}))
    for (const round of rounds) await session.create('note', { title: `Note ${round}`, fields: [] })
    await Promise.all(compactions)
    await session.lock()
    const again = await reopen()
    expect((await again.verify()).items).toBe(13)
    await again.lock()
  })

  test('comes by itself in a quiet minute of a long session', async () => {
    const { session } = await grown()
    expect(session.store.opened().file.wantsCompaction()).toBe(true)
    const watch = compactWhenGrown(session.store, 20)
    await vi.waitFor(() => expect(session.store.opened().file.wantsCompaction()).toBe(false), 15_000)
    watch.stop()
    await session.lock()
    const again = await reopen()
    expect((await again.verify()).items).toBe(1)
    await again.lock()
  })
})
