import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { describe, expect, test } from 'vitest'
import type { ShareTo } from '../../shared/share-views.ts'
import { openAge } from '../transfer/age/open-age.ts'
import {
  attach,
  put,
  putConcealed,
  type QuickVault,
  quickVault,
  reopened
} from '../transfer/test-support/quick-vault.ts'
import { NEXT, PASSWORD } from '../test-support/quick-environment.ts'
import { shareItem } from './share-item.ts'

const PASSPHRASE = 'stamp walnut harbor violin'

async function withItem() {
  const made = await quickVault()
  const fields = [put('username', 'mara'), putConcealed('password', 'first-password')]
  const { id, revision } = await made.session.create('login', {
    title: 'GitHub',
    tags: ['Work'],
    favorite: true,
    fields
  })
  await made.session.edit(id, revision, { fields: [putConcealed('password', 'second-password')] })
  return { ...made, id }
}

async function receive({ session: { imports } }: QuickVault, file: string, password?: string) {
  const preview = await imports.read({ path: file, password })
  await imports.apply(preview.import)
  return preview.summary
}

async function shared(from: Awaited<ReturnType<typeof withItem>>, to: ShareTo, fields?: readonly string[]) {
  const file = join(from.folder, `${Math.random()}.age`)
  await writeFile(file, await from.session.shareItem({ item: from.id, fields, to }))
  return file
}

describe('an item that is shared', () => {
  test('is received by the vault whose key it was sealed to, without asking, and by no other', async () => {
    const from = await withItem()
    const to = await quickVault('Theirs')
    const { key, words } = await to.session.ownKey()
    expect(words).toHaveLength(8)
    const file = await shared(from, { recipients: [key] })
    expect(await receive(await reopened(to), file)).toMatchObject({ format: 'age', items: { found: 1, fresh: 1 } })
    const stranger = await quickVault('Strange')
    await stranger.session.ownKey()
    await expect(receive(stranger, file)).rejects.toMatchObject({ code: 'IMPORT_NEEDS_PASSWORD' })
  })

  test('carries the chosen fields and nothing of its past, its tags or its marks', async () => {
    const from = await withItem()
    const to = await quickVault('Theirs')
    const file = await shared(from, { recipients: [(await to.session.ownKey()).key] }, ['password'])
    await receive(to, file)
    const item = await to.session.item(to.session.find('GitHub'))
    expect(item).toMatchObject({ favorite: false, tags: [], fields: [{ id: 'password', olderVersions: 0 }] })
    expect(await to.session.reveal(item.id, 'password')).toBe('second-password')
  })

  test('opens for whoever knows the passphrase', async () => {
    const from = await withItem()
    const request = { item: from.id, to: { passphrase: PASSPHRASE } }
    const file = join(from.folder, 'sealed.age')
    // What a passphrase costs to guess is another test's business.
    await writeFile(file, await shareItem(from.session.store.opened(), request, 1, { scryptWork: 10 }))
    const to = await quickVault('Theirs')
    await expect(receive(to, file, `${PASSPHRASE}s`)).rejects.toMatchObject({ code: 'WRONG_PASSWORD' })
    expect(await receive(to, file, PASSPHRASE)).toMatchObject({ items: { fresh: 1 } })
  })

  test('has none of it in the clear, and opens with the key alone', async () => {
    const from = await withItem()
    const identity = await generateX25519Identity()
    const to = { recipients: [await identityToRecipient(identity)] }
    const sealed = await from.session.shareItem({ item: from.id, to })
    const text = Buffer.from(sealed).toString()
    expect(text).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----\n[A-Za-z0-9+/=\n]+-----END AGE ENCRYPTED FILE-----\n$/)
    const opened = Buffer.from(await openAge(sealed, { identities: [identity] })).toString()
    expect(opened).toContain('second-password')
    expect(opened).not.toContain('first-password')
  })

  test('takes its attachments along, and is refused when one of them is damaged', async () => {
    const from = await withItem()
    const bytes = new TextEncoder().encode('whole')
    await attach(from, from.id, { name: 'good.txt', bytes })
    const to = await quickVault('Theirs')
    const audience = { recipients: [(await to.session.ownKey()).key] }
    const summary = await receive(to, await shared(from, audience))
    expect(summary.attachments).toEqual({ found: 1, fresh: 1 })
    await attach(from, from.id, { name: 'lost.txt', bytes, stored: null })
    await expect(shared(from, audience)).rejects.toMatchObject({ code: 'ATTACHMENT_DAMAGED' })
    await shared(from, audience, ['username'])
  })

  test('is refused for what is no field, no key and no passphrase to speak of', async () => {
    const from = await withItem()
    await expect(shared(from, { passphrase: 'short' })).rejects.toMatchObject({ code: 'PASSWORD_TOO_SHORT' })
    await expect(shared(from, { recipients: ['age1x'] })).rejects.toMatchObject({ code: 'BAD_RECIPIENT' })
    await expect(shared(from, { passphrase: PASSPHRASE }, ['nothing'])).rejects.toMatchObject({
      code: 'FIELD_NOT_FOUND'
    })
  })
})

describe("a vault's own key", () => {
  test('is made once, and stays when the master password changes', async () => {
    const made = await withItem()
    const { key } = await made.session.ownKey()
    expect(await made.session.ownKey()).toMatchObject({ key })
    await made.session.changeMasterPassword({ current: PASSWORD, next: NEXT })
    expect(await made.session.ownKey()).toMatchObject({ key })
    expect(JSON.stringify([...made.session.store.opened().folded.vaultProperties()])).not.toContain('AGE-SECRET-KEY')
  })
})

describe('keys of others', () => {
  test('are kept by name with the words to compare, renamed and dropped', async () => {
    const made = await quickVault()
    const key = await identityToRecipient(await generateX25519Identity())
    const kept = await made.session.keepRecipient(' Jonas ', `${key}\n`)
    expect(kept).toMatchObject({ name: 'Jonas', key })
    await made.session.keepRecipient('Jonas B.', key)
    const again = await reopened(made)
    expect(again.session.recipients()).toEqual([{ ...kept, name: 'Jonas B.' }])
    await expect(again.session.keepRecipient('x', 'age1nobody')).rejects.toMatchObject({ code: 'BAD_RECIPIENT' })
    await again.session.dropRecipient(kept.id)
    expect(again.session.recipients()).toEqual([])
  })
})
