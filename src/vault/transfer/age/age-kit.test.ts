import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { openAge } from './open-age.ts'

const FOLDER = join(process.env['COFFER_SHARED'] ?? join(import.meta.dirname, '../../../../../shared'), 'vectors/age')
const isThere = existsSync(FOLDER)
const names = isThere ? readdirSync(FOLDER).toSorted() : ['nothing']

/** C2SP/CCTV age test kit: lines of text that say what must happen, an empty line, the file. */
function readCase(name: string) {
  const bytes = readFileSync(join(FOLDER, name))
  const split = bytes.indexOf('\n\n')
  const lines = bytes.subarray(0, split).toString().split('\n')
  const all = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}: `)).map((line) => line.slice(key.length + 2))
  const body = bytes.subarray(split + 2)
  const file = all('compressed').length > 0 ? inflateSync(body) : body
  return { file, all, expected: all('expect')[0] ?? '' }
}

const CODES: Readonly<Record<string, readonly string[]>> = {
  'no match': ['WRONG_PASSWORD'],
  'HMAC failure': ['IMPORT_DAMAGED'],
  'header failure': ['IMPORT_DAMAGED', 'IMPORT_REFUSED'],
  'armor failure': ['IMPORT_DAMAGED'],
  'payload failure': ['IMPORT_DAMAGED']
}

describe(`the age test kit${isThere ? '' : ' (skipped: the vectors are not here)'}`, () => {
  test.skipIf(!isThere).each(names)('%s', async (name) => {
    const { file, all, expected } = readCase(name)
    const [passphrase] = all('passphrase')
    const opening = openAge(file, { identities: all('identity'), ...(passphrase === undefined ? {} : { passphrase }) })
    if (expected === 'success') {
      expect(
        createHash('sha256')
          .update(await opening)
          .digest('hex')
      ).toBe(all('payload')[0])
    } else {
      const error: unknown = await opening.then(
        () => null,
        (failed: unknown) => failed
      )
      expect(CODES[expected]).toContain((error as { code?: string } | null)?.code)
    }
  })
})
