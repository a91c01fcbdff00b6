import { describe, expect, test } from 'vitest'
import { keePassXmlImporter } from '../keepass-xml/keepass-xml-importer.ts'
import { fieldOf, importFile, itemOf, valuesOf } from '../test-support/import-file.ts'
import { hasSamples, sample, NO_SAMPLES } from '../test-support/samples.ts'
import { kdbxImporter } from './kdbx-importer.ts'
import { allEntries, openWithKdbxweb, textOf } from './test-support/kdbxweb.ts'

describe.skipIf(!hasSamples)(`files of KeePassXC's own tests ${NO_SAMPLES}`, () => {
  test.each([
    ['Format300.kdbx', { password: 'a' }],
    ['NewDatabase.kdbx', { password: 'a' }],
    ['RecycleBinWithData.kdbx', { password: '123' }],
    ['ProtectedStrings.kdbx', { password: 'masterpw' }],
    ['FileKeyXmlV2.kdbx', { keyFileName: 'FileKeyXmlV2.keyx' }]
  ])('%s is read as another implementation reads it', async (name, lock) => {
    const secrets = 'keyFileName' in lock ? { keyFile: sample(lock.keyFileName).bytes } : lock
    const { vault } = await importFile(kdbxImporter, sample(name).bytes, secrets)
    const entries = allEntries(await openWithKdbxweb(sample(name).bytes, secrets))
    expect(vault.items.map(({ title }) => title)).toEqual(entries.map(({ fields }) => textOf(fields.get('Title'))))
    for (const [index, entry] of entries.entries()) {
      const values = new Set(vault.items[index]?.fields.map(({ value }) => value))
      for (const [key, value] of entry.fields)
        if (!/^Title$|otp|TOTP/.test(key) && textOf(value) !== '') expect(values).toContain(textOf(value))
      expect(vault.items[index]?.attachments).toHaveLength(entry.binaries.size)
    }
  })

  test('an old value, an attachment and a one-time code by seed and settings come along', async () => {
    const item = itemOf(
      await importFile(kdbxImporter, sample('NewDatabase.kdbx').bytes, { password: 'a' }),
      'Sample Entry'
    )
    expect(valuesOf(item)).toMatchObject({ otp: 'HXDMVJECJJWSRB3HWIZR4IFUGFTMXBOZ', testattribute1: 'b' })
    expect(fieldOf(item, 'testattribute1').history).toEqual([{ at: 1576686826000, value: 'a' }])
    expect(item.attachments).toMatchObject([{ name: 'Sample attachment.txt', mediaType: 'text/plain' }])
    expect(new TextDecoder().decode(item.attachments[0]?.bytes)).toBe('Sample content\n')
  })

  test('what is in the recycle bin is in the trash, and nothing else', async () => {
    const { vault } = await importFile(kdbxImporter, sample('RecycleBinWithData.kdbx').bytes, { password: '123' })
    const titles = (trashed: boolean) =>
      vault.items.filter(({ trashedAt }) => (trashedAt !== null) === trashed).map(({ title }) => title)
    expect(titles(false)).toContain('Personal Gmail')
    expect(titles(true)).toEqual(expect.arrayContaining(['Obsolete e-mail', 'Old Wi-fi', 'Login - Master']))
    expect(vault.items.flatMap(({ tags }) => tags)).toContain('Mac related/El Capitán')
  })

  test('KeePass XML is read: tags, attachments of the document, settings of automatic typing kept aside', async () => {
    expect(keePassXmlImporter.recognises({ name: '', bytes: sample('NewDatabase.xml').bytes })).toBe(true)
    const read = await importFile(keePassXmlImporter, sample('NewDatabase.xml').bytes)
    const item = itemOf(read, 'Sample Entry 1')
    expect(item.tags).toEqual(['a b c'])
    expect(item.attachments[0]).toMatchObject({ name: 'myattach.txt' })
    expect(read.receipt.lines).toContainEqual({
      item: 'ANAME',
      field: 'DatabaseDescription',
      fate: 'refused',
      reason: 'noPlaceForIt'
    })
  })
})
