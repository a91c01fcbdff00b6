import type { TransferField, TransferItem } from '../transfer-vault.ts'

/** What a kind of Bitwarden's has of its own, and the fields that it has no place for. */
export type Shaped = {
  readonly type: number
  readonly members: Readonly<Record<string, unknown>>
  readonly rest: readonly TransferField[]
}

/** Takes fields out of an item by their ids. */
function taking({ fields }: TransferItem) {
  const filled = fields.filter(({ value }) => value !== '')
  const taken = new Set<TransferField | undefined>([filled.find(({ id }) => id === 'notes')])
  const take = (id: string): string | null => {
    const field = filled.find((each) => each.id === id)
    taken.add(field)
    return field?.value ?? null
  }
  const isTakeable = (id: string, test: RegExp) => test.test(filled.find((each) => each.id === id)?.value ?? '')
  return { take, isTakeable, rest: () => filled.filter((field) => !taken.has(field)) }
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/

export function bitwardenCard(item: TransferItem): Shaped {
  const { take, isTakeable, rest } = taking(item)
  const [year = null, month = null] = isTakeable('expires', MONTH) ? (take('expires') ?? '').split('-') : []
  const card = {
    cardholderName: take('holder'),
    brand: null,
    number: take('number'),
    expMonth: month === null ? null : String(Number(month)),
    expYear: year,
    code: take('code')
  }
  return { type: 3, members: { card }, rest: rest() }
}

/** Names are split at the last space and lines of an address over three members: put together again, they are the same. */
export function bitwardenIdentity(item: TransferItem): Shaped {
  const { take, rest } = taking(item)
  const name = take('name') ?? ''
  const space = name.lastIndexOf(' ')
  const [address1 = null, address2 = null, ...lines] = (take('address') ?? '').split('\n')
  const identity = {
    ...NO_IDENTITY,
    firstName: (space === -1 ? name : name.slice(0, space)) || null,
    lastName: space === -1 ? null : name.slice(space + 1),
    address1: address1 === '' ? null : address1,
    address2,
    address3: lines.length === 0 ? null : lines.join('\n'),
    email: take('email'),
    phone: take('phone'),
    company: take('company'),
    username: take('username')
  }
  return { type: 4, members: { identity }, rest: rest() }
}

const NO_IDENTITY = {
  title: null,
  middleName: null,
  city: null,
  state: null,
  postalCode: null,
  country: null,
  ssn: null,
  passportNumber: null,
  licenseNumber: null
}

export function bitwardenSshKey(item: TransferItem): Shaped {
  const { take, rest } = taking(item)
  const sshKey = {
    privateKey: take('private-key') ?? '',
    publicKey: take('public-key') ?? '',
    keyFingerprint: take('fingerprint') ?? ''
  }
  return { type: 5, members: { sshKey }, rest: rest() }
}
