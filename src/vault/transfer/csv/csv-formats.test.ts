import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readImport } from '../read-import.ts'
import { hasSamples, NO_SAMPLES, sample, textFile } from '../test-support/samples.ts'
import { OTHER_IMPORTED_DATA, type TransferItem } from '../transfer-vault.ts'

const read = async (text: string) => readImport(textFile(text))
const values = ({ fields }: TransferItem) => Object.fromEntries(fields.map(({ id, value }) => [id, value]))

/** Headers as the programs write them. */
const HEADERS: Readonly<Record<string, string>> = {
  'chrome-csv': 'name,url,username,password,note',
  'firefox-csv': 'url,username,password,httpRealm,formActionOrigin,guid,timeCreated,timeLastUsed,timePasswordChanged',
  'apple-csv': 'Title,URL,Username,Password,Notes,OTPAuth',
  'keepassxc-csv': 'Group,Title,Username,Password,URL,Notes,TOTP,Icon,Last Modified,Created',
  '1password-csv': 'Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes',
  'lastpass-csv': 'url,username,password,totp,extra,name,grouping,fav',
  'bitwarden-csv': 'folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp',
  'nordpass-csv':
    'name,url,additional_urls,username,password,note,cardholdername,cardnumber,cvc,pin,expirydate,zipcode,folder,full_name,phone_number,email,address1,address2,city,country,state,type,custom_fields',
  'proton-csv': 'type,name,url,email,username,password,note,totp,createTime,modifyTime,vault',
  csv: 'Website;Benutzername;Kennwort;Bemerkung;Kundennummer'
}

describe('a table is known by its header', () => {
  test.each(Object.entries(HEADERS))('of %s', async (format, header) => {
    const columns = header.split(/[,;]/)
    const row = columns.map((_, index) => `value ${index}`).join(header.includes(';') ? ';' : ',')
    for (const text of [
      `${header}\n${row}\n`,
      `\ufeff${header}\r\n${row}`,
      `${header.toUpperCase()}\r\r\n${row}\r\r\n`
    ]) {
      const { format: found, vault, receipt } = await read(text)
      expect([found, vault.items.length, receipt.sourceItems]).toEqual([format, 1, 1])
      expect(receipt.sourceFields).toBe(columns.length)
    }
  })

  test.each(['', '\n\n', 'a', 'hello world\nthis is, a letter', '{"items":[]}', '<xml/>', 'x,y\n1,2', '\u0000\u0001'])(
    'and %j is none',
    async (text) => {
      await expect(read(text)).rejects.toMatchObject({
        code: expect.stringMatching(/^IMPORT_(UNKNOWN_FORMAT|DAMAGED)$/)
      })
    }
  )
})

describe('a table of another program', () => {
  test('of Chrome becomes logins', async () => {
    const { vault } = await read(
      `${HEADERS['chrome-csv']}\n"A, B",https://a.example/x,mara,"p""w, 1","line 1\nline 2"\n`
    )
    expect(vault.items).toMatchObject([{ type: 'login', title: 'A, B' }])
    expect(vault.items.map(values)).toEqual([
      { username: 'mara', password: 'p"w, 1', url: 'https://a.example/x', notes: 'line 1\nline 2' }
    ])
    expect(vault.items[0]?.fields.find(({ id }) => id === 'password')).toMatchObject({
      label: 'field.password',
      kind: 'password',
      concealed: true
    })
  })

  test('of Firefox is named by the site and keeps its times', async () => {
    const { vault, receipt } = await read(
      `${HEADERS['firefox-csv']}\nhttps://a.example,mara,pw,,https://a.example,{1-2},1500000000000,1600000000000,1550000000000\n`
    )
    expect(vault.items).toMatchObject([
      { title: 'a.example', createdAt: 1_500_000_000_000, changedAt: 1_550_000_000_000 }
    ])
    expect(receipt).toMatchObject({ sourceFields: 8, imported: 6, kept: 1, refused: 1 })
  })

  test('of KeePassXC has groups as tags, without the name of the database', async () => {
    const { vault } = await read(
      `${HEADERS['keepassxc-csv']}\n"Root/Work/Code","T","u","p","https://x.example","n","otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ","0","2022-01-02T03:04:05Z","2021-01-02T03:04:05Z"\n`
    )
    expect(vault.items).toMatchObject([{ tags: ['Work/Code'], createdAt: Date.UTC(2021, 0, 2, 3, 4, 5) }])
    expect(vault.items.map(values)).toMatchObject([{ otp: 'otpauth://totp/x?secret=GEZDGNBVGY3TQOJQ' }])
  })

  test('of 1Password has tags, favourites and an archive', async () => {
    const { vault } = await read(
      `${HEADERS['1password-csv']}\nT,https://x.example,u,p,,true,true,"Work;Home",n\nN,,,,,false,false,,only notes\n`
    )
    expect(vault.items).toMatchObject([
      { type: 'login', favorite: true, tags: ['Work', 'Home', 'Archive'] },
      { type: 'note', favorite: false, tags: [] }
    ])
  })

  test('of Bitwarden has several addresses and own fields in one cell', async () => {
    const { vault, receipt } = await read(
      `${HEADERS['bitwarden-csv']}\nA/B,1,login,T,n,"PIN: 12\nColour: red\nand blue",1,"https://a.example/x,y,https://b.example",u,p,JBSWY3DPEHPK3PXP\n`
    )
    expect(vault.items.map(values)).toEqual([
      {
        username: 'u',
        password: 'p',
        otp: 'JBSWY3DPEHPK3PXP',
        url: 'https://a.example/x,y',
        'url-2': 'https://b.example',
        notes: 'n',
        pin: '12',
        colour: 'red\nand blue',
        reprompt: '1'
      }
    ])
    expect(vault.items).toMatchObject([{ favorite: true, tags: ['A/B'] }])
    expect(receipt.lines).toEqual([{ item: 'T', field: 'reprompt', fate: 'kept', reason: 'noPlaceForIt' }])
  })

  test('of Proton Pass has seconds, and signs in by the address where there is no name', async () => {
    const { vault } = await read(
      `${HEADERS['proton-csv']}\nlogin,T,"https://a.example, https://b.example",me@x.example,,p,,,1600000000,1600000001,Personal\n` +
        `creditCard,C,,,,,"{""cardholderName"":""A B"",""number"":""4242"",""expirationDate"":""2030-01"",""note"":""x""}",,1,2,Personal\n`
    )
    expect(vault.items).toMatchObject([
      { type: 'login', tags: ['Personal'], createdAt: 1_600_000_000_000 },
      { type: 'card', title: 'C' }
    ])
    expect(vault.items.map(values)).toEqual([
      { username: 'me@x.example', password: 'p', url: 'https://a.example', 'url-2': 'https://b.example' },
      { holder: 'A B', number: '4242', expires: '2030-01', notes: 'x' }
    ])
  })

  test('of nobody known is read by what its columns sound like, and the rest become fields', async () => {
    const { vault } = await read(`${HEADERS['csv']}\r\nwww.x.example;mara;geheim;"eine ""Notiz""";4711\r\n`)
    expect(vault.items).toMatchObject([{ type: 'login', title: 'www.x.example' }])
    expect(vault.items.map(values)).toEqual([
      { username: 'mara', password: 'geheim', url: 'www.x.example', notes: 'eine "Notiz"', kundennummer: '4711' }
    ])
  })

  test('may have rows that are shorter or longer than the header; nothing of them is lost', async () => {
    const { vault, receipt } = await read(
      `${HEADERS['chrome-csv']}\nshort,https://x.example\n\n,,,,\nT,u,n,p,note,more,`
    )
    expect(vault.items.map(values)).toEqual([
      { url: 'https://x.example' },
      { url: 'u', username: 'n', password: 'p', notes: 'note', 'column-6': 'more' }
    ])
    expect(vault.items[1]?.fields.at(-1)?.section).toBe(OTHER_IMPORTED_DATA)
    expect(receipt).toMatchObject({ sourceItems: 2, sourceFields: 8, imported: 7, kept: 1 })
  })

  test('keeps a one-time secret that cannot be one aside instead of showing wrong codes', async () => {
    const { vault, receipt } = await read(`${HEADERS['apple-csv']}\nT,https://x.example,u,p,,not base 32!\n`)
    expect(vault.items[0]?.fields.at(-1)).toMatchObject({ concealed: true, section: OTHER_IMPORTED_DATA })
    expect(receipt.lines).toMatchObject([{ fate: 'kept', reason: 'unreadable' }])
  })
})

describe('files in the layout of other programs', () => {
  test.skipIf(!hasSamples)(`LastPass: cards, bank accounts, Wi-Fi and folders ${NO_SAMPLES}`, async () => {
    const { format, vault, receipt } = await readImport(sample('lastpass.csv'))
    expect(format).toBe('lastpass-csv')
    expect(vault.items.map(({ type, title }) => [type, title])).toEqual([
      ['login', 'nobody'],
      ['login', 'Admin'],
      ['login', 'Twitter'],
      ['login', 'fb.com'],
      ['note', 'Secure note'],
      ['login', 'broken.url'],
      ['bank', 'test'],
      ['card', 'Credit Card Item with note'],
      ['wifi', 'wifi']
    ])
    const card = vault.items.find(({ type }) => type === 'card')
    expect(card === undefined ? null : values(card)).toMatchObject({
      holder: 'A B',
      number: '4242424242424242',
      code: '123',
      expires: '2025-01',
      notes: 'this is a note for the credit card'
    })
    expect(receipt).toMatchObject({ sourceItems: 9, kept: 0 })
  })

  test.skipIf(!hasSamples)(`NordPass: folders, more addresses and own fields ${NO_SAMPLES}`, async () => {
    const { format, vault, receipt } = await readImport(sample('nordpass.csv'))
    expect(format).toBe('nordpass-csv')
    expect(vault.items.map(({ title }) => title)).toEqual(['nobody', 'simplelogin.io', 'Test[CustomFields]'])
    expect(vault.items[2]).toMatchObject({ tags: ['sub-folder'] })
    expect(vault.items.slice(2).map(values)).toMatchObject([
      { 'url-4': 'https://test.net', text: 'VALUE', hidden: 'VALUE', date: '14 decembre 1990' }
    ])
    expect(receipt.sourceItems).toBe(3)
  })

  test.skipIf(!hasSamples)(`Chrome: rows without an address or a password ${NO_SAMPLES}`, async () => {
    const { format, vault, receipt } = await readImport(sample('chrome.csv'))
    expect([format, vault.items.length]).toEqual(['chrome-csv', 4])
    expect(receipt).toMatchObject({ sourceItems: 4, kept: 0, refused: 0 })
  })
})

describe('whatever stands in the cells', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', '0', '1', 'true', 'note', 'folder', 'http://sn', 'creditCard', '{"number":"1","__proto__":{}}'),
    fc.constantFrom(
      'NoteType:Server\nHostname:x\nPassword:y\nNotes:a\nb:c',
      '[{"label":"a","value":"b"}]',
      '[1,2]',
      ': '
    )
  )
  const quoted = (text: string): string => `"${text.replaceAll('"', '""').replaceAll('\u0000', '')}"`

  test.each(Object.entries(HEADERS))('every cell of %s is accounted for', async (format, header) => {
    const delimiter = header.includes(';') ? ';' : ','
    const width = header.split(delimiter).length
    const row = fc.array(cell, { minLength: 1, maxLength: width + 1 })
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), async (rows) => {
        const text = [header, ...rows.map((cells) => cells.map(quoted).join(delimiter))].join('\r\n')
        const { receipt, vault, format: found } = await read(text.toWellFormed())
        expect(found).toBe(format)
        expect(receipt.imported + receipt.kept + receipt.refused).toBe(receipt.sourceFields)
        expect(vault.items.length).toBeLessThanOrEqual(receipt.sourceItems)
      }),
      { numRuns: 60 }
    )
  })
})
