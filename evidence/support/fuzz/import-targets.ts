import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readImport } from '../../../src/vault/transfer/read-import.ts'
import { SHARED } from '../shared-folder.ts'
import type { Target } from './targets.ts'

/** Larger ones would make every run slow and teach no more. */
const MOST = 16 * 1024
/** What the samples are sealed with, so that what is behind the password is reached too. */
const PASSWORDS = ['a', 'password', 'test']

const TEXTS = [
  'name,url,username,password,note\nx,https://x.example,mara,hunter2,"a ""note""\nof two lines"\n',
  'url,username,password,totp,extra,name,grouping,fav\nhttp://sn,,,,"NoteType:Server\nHostname:h",n,g,1\n',
  '{"encrypted":false,"folders":[{"id":"f","name":"Work"}],"items":[{"type":1,"name":"x","folderId":"f","login":{"username":"m","password":"p","totp":"JBSWY3DP","uris":[{"uri":"https://x.example"}]}}]}',
  '<?xml version="1.0"?><KeePassFile><Root><Group><Name>g</Name><Entry><String><Key>Title</Key><Value>t</Value></String></Entry></Group></Root></KeePassFile>',
  'age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 10\nAAAA\n--- AAAA\n'
]

function samples(pattern: RegExp): readonly Uint8Array[] {
  const folder = join(SHARED, 'samples')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => pattern.test(name))
    .toSorted()
    .map((name) => readFileSync(join(folder, name)))
    .filter((bytes) => bytes.length <= MOST)
}

const target = (name: string, weight: number, seeds: readonly Uint8Array[]): Target => ({
  name,
  weight,
  seeds,
  most: MOST,
  async run(bytes) {
    const password = PASSWORDS[bytes.length % PASSWORDS.length] ?? ''
    // Argon2id has its own bounds and its own tests; here it would be all the time there is.
    await readImport({ name: 'file', bytes }, { secrets: { password }, argon2: async () => new Uint8Array(32) })
  }
})

export const IMPORT_TARGETS: readonly Target[] = [
  target('import-text', 0.2, [...TEXTS.map((text) => new TextEncoder().encode(text)), ...samples(/\.(csv|json|xml)$/)]),
  target('import-binary', 0.01, [new Uint8Array(64), ...samples(/\.(kdbx|1pux)$/)])
]
