import { VaultError } from '../../../core/errors.ts'
import type { Exporter } from '../exporter.ts'
import type { ImportSecrets, Importer } from '../importer.ts'
import { jsonImporter } from '../json/read-json.ts'
import { writeJson } from '../json/write-json.ts'
import { isAge, openAge } from './open-age.ts'
import { type AgeFor, sealAge } from './seal-age.ts'

/** The documented JSON in an age file: opens without this program, and carries everything. */
export function writeAge(
  audience: AgeFor,
  options: { readonly armor?: boolean; readonly scryptWork?: number } = {}
): Exporter {
  return (items, work) => sealAge(writeJson(items, work), audience, { ...options, signal: work.signal })
}

/** `inner` are the formats that may be inside. The password is a passphrase, the key file age's identity file. */
export function ageImporter(inner: readonly Importer[] = [jsonImporter]): Importer {
  return {
    format: 'age',
    recognises: ({ bytes }) => isAge(bytes),
    async read({ name, bytes }, work) {
      const opened = await openAge(bytes, { ...keysFrom(work.secrets), signal: work.signal })
      const source = { name: name.replace(/\.age$/i, ''), bytes: opened }
      const found = inner.find((importer) => importer.recognises(source))
      if (found === undefined) throw new VaultError('IMPORT_REFUSED', { reason: 'unknownContent' })
      return found.read(source, work)
    }
  }
}

function keysFrom({ password, keyFile, identity }: ImportSecrets) {
  const typed = password === undefined ? [] : identitiesIn(password)
  return {
    identities: [...typed, ...(keyFile === undefined ? [] : identitiesIn(new TextDecoder().decode(keyFile)))],
    ...(identity === undefined ? {} : { ownIdentity: identity }),
    ...(password === undefined || typed.length > 0 ? {} : { passphrase: password })
  }
}

/** Identity files have one key a line, and comments. At most as many as anybody has. */
const identitiesIn = (text: string): string[] =>
  text
    .slice(0, 2 ** 16)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line.startsWith('AGE-SECRET-KEY-'))
    .slice(0, 100)
