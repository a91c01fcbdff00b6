import { type ForeignJson, isForeignObject, member, parseForeignJson, textMember } from '../foreign-json.ts'
import { OTHER_IMPORTED_DATA, type TransferField } from '../transfer-vault.ts'
import { keyOfPem } from './private-key-pem.ts'

export type CarriedPasskeys = {
  readonly passkeys: readonly ForeignJson[]
  /** The fields that they were kept in. */
  readonly carried: ReadonlySet<TransferField>
  readonly withheld: number
}

const KPEX = 'KPEX_PASSKEY_'

/**
 * Passkeys and credentials of unknown types that importers kept whole, as credentials again. A passkey that counts its
 * uses stays: a copy that counts on its own would be taken for a clone.
 */
export function passkeyCredentials(fields: readonly TransferField[]): CarriedPasskeys {
  const kept = fields.filter(({ section }) => section === OTHER_IMPORTED_DATA)
  const passkeys: ForeignJson[] = []
  const carried = new Set<TransferField>()
  let withheld = 0
  for (const field of kept) {
    const credential = fromKept(field)
    if (credential === null) continue
    carried.add(field)
    if (countsUses(field)) withheld++
    else passkeys.push(credential)
  }
  const family = kept.filter(({ label }) => label.startsWith(KPEX))
  const fromKeePass = keePassPasskey(family)
  if (fromKeePass !== null) {
    passkeys.push(fromKeePass)
    for (const field of family) carried.add(field)
  }
  return { passkeys, carried, withheld }
}

function parsed({ value }: TransferField): ForeignJson | null {
  try {
    return value.startsWith('{') ? parseForeignJson(value) : null
  } catch {
    return null
  }
}

function fromKept(field: TransferField): ForeignJson | null {
  const json = parsed(field)
  if (!isForeignObject(json)) return null
  if (field.label === 'fido2Credential') return bitwardenPasskey(json)
  // What was read from CXF is called by its type.
  return textMember(json, 'type') === field.label && field.label !== '' ? json : null
}

function countsUses(field: TransferField): boolean {
  const counter = member(parsed(field) ?? undefined, 'counter') ?? member(parsed(field) ?? undefined, 'signCount')
  return counter !== undefined && counter !== null && Number(counter) !== 0
}

function bitwardenPasskey(json: ForeignJson): ForeignJson | null {
  const id = textMember(json, 'credentialId')
  const uuid = id.replaceAll('-', '')
  const credentialId = /^[0-9a-f]{32}$/i.test(uuid)
    ? Buffer.from(uuid, 'hex').toString('base64url')
    : id.replace(/^b64\./, '')
  const key = textMember(json, 'keyValue')
  if (credentialId === '' || key === '') return null
  return {
    type: 'passkey',
    credentialId,
    rpId: textMember(json, 'rpId'),
    username: textMember(json, 'userName'),
    userDisplayName: textMember(json, 'userDisplayName'),
    userHandle: textMember(json, 'userHandle'),
    key
  }
}

function keePassPasskey(fields: readonly TransferField[]): ForeignJson | null {
  const value = (name: string): string => fields.find(({ label }) => label === `${KPEX}${name}`)?.value ?? ''
  const pem = value('PRIVATE_KEY_PEM').trim().replaceAll('\r', '')
  const key = keyOfPem(`${pem}\n`)
  const credentialId = value('CREDENTIAL_ID') || value('GENERATED_USER_ID')
  if (key === null || credentialId === '') return null
  const username = value('USERNAME')
  const names = { rpId: value('RELYING_PARTY'), username, userDisplayName: username, userHandle: value('USER_HANDLE') }
  return { type: 'passkey', credentialId, ...names, key }
}
