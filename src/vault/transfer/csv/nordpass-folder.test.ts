import { expect, test } from 'vitest'
import { readImport } from '../read-import.ts'
import { textFile } from '../test-support/samples.ts'

const HEADER = 'name,url,username,password,note,cardholdername,cardnumber,folder,type'

test('a folder of NordPass is no item, unless something stands in its row that is nowhere else', async () => {
  const { vault, receipt } = await readImport(textFile(`${HEADER}\nWork,,,,,,,,folder\nOdd,,mara,,,,,,folder\n`))
  expect(vault.items.map(({ title }) => title)).toEqual(['Odd'])
  expect(vault.items[0]?.fields.map(({ value }) => value)).toEqual(['mara'])
  expect(receipt).toMatchObject({ sourceFields: 5, imported: 5, kept: 0, refused: 0 })
})
