import { expect, test } from 'vitest'
import { IMPORTERS } from '../vault/transfer/importers.ts'
import { IMPORT_FORMATS } from './import-formats.ts'

test('every format that can be read can be named, in the order in which they are recognised', () => {
  expect(IMPORT_FORMATS).toEqual(IMPORTERS.map(({ format }) => format))
})
