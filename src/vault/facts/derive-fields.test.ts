import { expect, test } from 'vitest'
import type { FieldEdit } from '../../shared/item-views.ts'
import { templateFields } from '../item-templates.ts'
import { createVault } from '../create-vault.ts'
import { eachInItsFolder, PASSWORD } from '../test-support/quick-environment.ts'
import { CERTIFICATE, ECDSA_PUBLIC, ED25519_PRIVATE, ED25519_PUBLIC } from './test-support/keys.ts'

const place = eachInItsFolder()

async function session() {
  const { environment, path } = place()
  return (await createVault(environment, { path, name: 'Mine', masterPassword: PASSWORD })).session
}

/** As the editor makes a new item: every field of the template, and a value where one was typed. */
function filled(type: string, values: Readonly<Record<string, string>>): FieldEdit[] {
  return templateFields(type).map(({ id, label, kind, concealed, section }, order) => {
    const value = values[id]
    return { change: 'put', id, label, kind, concealed, section, order, ...(value === undefined ? {} : { value }) }
  })
}

const open = (fields: readonly { id: string; concealed: boolean; value?: string }[]) =>
  Object.fromEntries(fields.flatMap(({ id, concealed, value }) => (concealed || !value ? [] : [[id, value]])))

test('a certificate fills its own fields when it is saved, and shows its host in the list', async () => {
  const vault = await session()
  const made = await vault.create('certificate', {
    title: 'Registry',
    fields: filled('certificate', { certificate: CERTIFICATE })
  })
  expect(open(made.fields)).toMatchObject({
    domain: 'registry.example.org',
    expires: '2036-11-22',
    issuer: 'CN=registry.example.org, C=SE, O=Lindqvist Lab',
    fingerprint: expect.stringMatching(/^48:1B:/)
  })
  const query = { filter: { of: 'all' }, text: '', sort: 'title', descending: false, from: 0, count: 1 } as const
  expect(vault.query(query).rows[0]?.subtitle).toBe('registry.example.org')
  await vault.lock()
})

test('what the user types stays, and a new certificate replaces what the old one said', async () => {
  const vault = await session()
  const made = await vault.create('certificate', {
    title: 'Registry',
    fields: filled('certificate', { certificate: CERTIFICATE, domain: 'all our hosts', expires: '2030-01-01' })
  })
  expect(open(made.fields)).toMatchObject({ domain: 'all our hosts', expires: '2030-01-01' })
  const again = filled('certificate', { certificate: `${CERTIFICATE}\n` }).filter(({ id }) => id === 'certificate')
  const after = await vault.edit(made.id, made.revision, { fields: again })
  expect(open(after.fields)).toMatchObject({ domain: 'all our hosts', expires: '2036-11-22' })
  expect(after.fields.map(({ id }) => id)).toEqual(made.fields.map(({ id }) => id))
  await vault.lock()
})

test('an SSH key tells its kind and fingerprint, and a private one its public half', async () => {
  const vault = await session()
  const made = await vault.create('ssh-key', {
    title: 'Laptop',
    fields: filled('ssh-key', { 'private-key': ED25519_PRIVATE })
  })
  expect(open(made.fields)).toMatchObject({
    'public-key': ED25519_PUBLIC.split(' ').slice(0, 2).join(' '),
    'key-type': 'ED25519',
    fingerprint: 'SHA256:7dwHCDL3um/5Upd6pznp1lgYxPHTxUpys2pgdKU42XQ'
  })
  expect(JSON.stringify(made)).not.toContain('BEGIN OPENSSH')
  const other = filled('ssh-key', { 'public-key': ECDSA_PUBLIC }).filter(({ id }) => id === 'public-key')
  const after = await vault.edit(made.id, made.revision, { fields: other })
  expect(open(after.fields)).toMatchObject({ 'public-key': ECDSA_PUBLIC, 'key-type': 'ECDSA P-256' })
  await vault.lock()
})

test('text that is no key, and items of other types, are left as they are', async () => {
  const vault = await session()
  const made = await vault.create('ssh-key', { title: 'x', fields: filled('ssh-key', { 'public-key': 'not a key' }) })
  expect(open(made.fields)).toEqual({ 'public-key': 'not a key' })
  const note = await vault.create('note', { title: 'x', fields: filled('note', { notes: CERTIFICATE }) })
  expect(open(note.fields)).toEqual({ notes: CERTIFICATE })
  await vault.lock()
})
