import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto'
import { type Feature, MARK, type TableFile, utf8 } from './table-fixtures.ts'

const absent: readonly Feature[] = ['tags', 'expiry', 'attachments', 'icon']

function bitwarden(): string {
  const iso = (time: number): string => new Date(time).toISOString()
  const item = {
    id: 'i',
    folderId: 'f',
    type: 1,
    name: MARK.title,
    notes: MARK.notes,
    favorite: true,
    creationDate: iso(MARK.created),
    revisionDate: iso(MARK.changed),
    deletedDate: null,
    fields: [{ name: 'own', value: MARK['own fields'], type: 0 }],
    passwordHistory: [{ lastUsedDate: iso(MARK.created), password: MARK['older passwords'] }],
    novelty: { deep: MARK['what is unknown'] },
    login: {
      username: MARK.username,
      password: MARK.password,
      totp: MARK['one-time code'],
      uris: [
        { match: null, uri: MARK.address },
        { match: null, uri: MARK['more addresses'] }
      ],
      fido2Credentials: [{ credentialId: MARK.passkey }]
    }
  }
  const trashed = { type: 2, name: MARK.trash, deletedDate: iso(MARK.changed) }
  const folders = [{ id: 'f', name: MARK.folder }]
  return JSON.stringify({ encrypted: false, folders, items: [item, trashed] })
}

/** As Bitwarden seals under a password: PBKDF2, HKDF-Expand, AES-CBC, HMAC. */
function sealed(plain: string, password: string): string {
  const salt = 'c2FsdA=='
  const root = pbkdf2Sync(password, salt, 5000, 32, 'sha256')
  const expanded = (info: string): Buffer => createHmac('sha256', root).update(`${info}\u0001`).digest()
  const text = (content: string): string => {
    const iv = Buffer.alloc(16, 7)
    const cipher = createCipheriv('aes-256-cbc', expanded('enc'), iv)
    const data = Buffer.concat([cipher.update(content), cipher.final()])
    const mac = createHmac('sha256', expanded('mac')).update(iv).update(data).digest()
    return `2.${[iv, data, mac].map((part) => part.toString('base64')).join('|')}`
  }
  const head = { encrypted: true, passwordProtected: true, salt, kdfType: 0, kdfIterations: 5000 }
  return JSON.stringify({ ...head, encKeyValidation_DO_NOT_EDIT: text('check'), data: text(plain) })
}

export const BITWARDEN_TABLE_FILES = {
  'bitwarden-json': { absent, make: async () => utf8(bitwarden()) },
  'bitwarden-sealed': { absent, make: async () => utf8(sealed(bitwarden(), 'pw')) }
} as const satisfies Readonly<Record<string, TableFile>>
