import { expect, test } from 'vitest'
import { sshKeyFacts } from '../facts/ssh-key-facts.ts'
import { createVault } from '../create-vault.ts'
import { eachInItsFolder, PASSWORD } from '../test-support/quick-environment.ts'

const place = eachInItsFolder()

test('a new SSH key goes into the fields of its item, and its private half into none of the answers', async () => {
  const { environment, path } = place()
  const { session } = await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })
  const { id } = await session.create('ssh-key', {
    title: 'Laptop',
    fields: [
      {
        change: 'put',
        id: 'username',
        label: 'field.username',
        kind: 'text',
        concealed: false,
        section: '',
        order: 0,
        value: 'mara'
      },
      {
        change: 'put',
        id: 'host',
        label: 'field.host',
        kind: 'text',
        concealed: false,
        section: '',
        order: 1,
        value: 'laptop'
      }
    ]
  })
  const made = await session.makeSshKey(id)
  expect(JSON.stringify(made)).not.toContain('PRIVATE')
  const values = Object.fromEntries(made.fields.map((field) => [field.id, field.concealed ? null : field.value]))
  expect(values['public-key']).toMatch(/^ssh-ed25519 AAAA\S+ mara@laptop$/)
  expect(values['key-type']).toBe('ED25519')
  const secret = await session.reveal(id, 'private-key')
  expect(sshKeyFacts(secret)?.fingerprint).toBe(values['fingerprint'])

  const again = await session.makeSshKey(id)
  expect(await session.reveal(id, 'private-key')).not.toBe(secret)
  expect(again.fields.find((field) => field.id === 'private-key')?.olderVersions).toBe(1)
  await session.lock()
})
