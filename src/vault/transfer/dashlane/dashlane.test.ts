import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  expectNothingWorse,
  expectRefusal,
  fieldOf,
  importFile,
  itemOf,
  valuesOf
} from '../test-support/import-file.ts'
import { zipFile } from '../test-support/zip-file.ts'
import { dashlaneImporter } from './dashlane-importer.ts'

const FILES = {
  'credentials.csv':
    'username,username2,username3,title,password,note,url,category,otpUrl\n' +
    'ann,ann2,,Site,"p,""w",n,https://a,Work,otpauth://totp/x?secret=JBSWY3DPEHPK3PXP\n',
  'securenotes.csv': 'title,note\nNote,"line\nline"\n',
  'payments.csv':
    'type,account_name,account_holder,cc_number,code,expiration_month,expiration_year,routing_number,account_number,country,issuing_bank,note,name\n' +
    'payment_card,Visa,Ann,4111,123,5,2030,,,US,B,,\n' +
    'bank,Giro,Ann,,,,,100,DE02,DE,B,,\n',
  'ids.csv':
    'type,number,name,issue_date,expiration_date,place_of_issue,state\npassport,P1,Ann,2020-01-01,2030-01-01,Bonn,\nlicense,L1,Ann,,,,NY\n',
  'personalInfo.csv': 'type,item_name,email,phone_number,city\nemail,Private,a@x,,\naddress,Home,,+1,Bonn\n',
  'wifi.csv': 'ssid,passphrase,name,note,hidden,encription_type\nhome,pw,Home net,,false,wpa2\n'
}

describe('an export of Dashlane', () => {
  test('has an item for each row of each table', async () => {
    const bytes = zipFile(FILES)
    expect(dashlaneImporter.recognises({ name: '', bytes })).toBe(true)
    const read = await importFile(dashlaneImporter, bytes)
    expect(valuesOf(itemOf(read, 'Site'))).toEqual({
      username: 'ann',
      password: 'p,"w',
      otp: 'otpauth://totp/x?secret=JBSWY3DPEHPK3PXP',
      url: 'https://a',
      notes: 'n',
      'username-2': 'ann2'
    })
    expect(itemOf(read, 'Site').tags).toEqual(['Work'])
    expect(itemOf(read, 'Note')).toMatchObject({ type: 'note', fields: [{ id: 'notes', value: 'line\nline' }] })
    expect(valuesOf(itemOf(read, 'Visa'))).toEqual({
      holder: 'Ann',
      number: '4111',
      code: '123',
      bank: 'B',
      expires: '2030-05',
      country: 'US'
    })
    expect(itemOf(read, 'Giro')).toMatchObject({ type: 'bank' })
    expect(valuesOf(itemOf(read, 'passport'))).toEqual({
      name: 'Ann',
      number: 'P1',
      issued: '2020-01-01',
      expires: '2030-01-01',
      authority: 'Bonn'
    })
    expect(fieldOf(itemOf(read, 'license'), 'number').concealed).toBe(true)
    expect(valuesOf(itemOf(read, 'Home'))).toEqual({ phone: '+1', type: 'address', city: 'Bonn' })
    expect(valuesOf(itemOf(read, 'Home net'))).toMatchObject({ network: 'home', password: 'pw', security: 'wpa2' })
    expect(read.receipt).toMatchObject({ sourceItems: 9, kept: 0, refused: 0 })
  })

  test('with a table that is newer than this is read without it, and the receipt says so', async () => {
    const { receipt } = await importFile(dashlaneImporter, zipFile({ ...FILES, 'passkeys.csv': 'a\nb\n' }))
    expect(receipt.lines).toEqual([{ item: '', field: 'passkeys.csv', fate: 'refused', reason: 'unknownType' }])
  })

  test.each([
    ['cut', zipFile(FILES).subarray(0, 300)],
    ['without a table that we know', zipFile({ 'x.csv': 'a\n' })],
    ['with a quote that never ends', zipFile({ 'credentials.csv': 'username,password\n"a,b' })],
    ['with bytes that are no text', zipFile({ 'credentials.csv': Uint8Array.of(0x81, 0x00, 0xff, 0x8d) })]
  ])('that is %s is refused', async (_name, bytes) => {
    await expectRefusal(dashlaneImporter, bytes)
  })

  test('is read or refused, whatever its tables hold', async () => {
    const cell = fc.constantFrom('type', 'title', 'a', '"', ',', '\n', '\r', 'payment_card', '__proto__', 'number', ';')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(FILES)), fc.array(cell, { maxLength: 40 }), async (name, cells) =>
        expectNothingWorse(dashlaneImporter, zipFile({ [name]: cells.join('') }))
      ),
      { numRuns: 300 }
    )
  })
})
