/** How a category of 1Password's becomes a type: ids of its section fields, and the template fields that they are. */
export type Category = { readonly type: string; readonly fields: ReadonlyMap<string, string> }

const category = (type: string, fields: Readonly<Record<string, string>> = {}): Category => ({
  type,
  fields: new Map(Object.entries(fields))
})

/** 1PUX, "categoryUuid". What is missing here is kept as a note with all its fields. */
export const CATEGORIES: ReadonlyMap<string, Category> = new Map([
  ['001', category('login')],
  [
    '002',
    category('card', {
      cardholder: 'holder',
      ccnum: 'number',
      cvv: 'code',
      expiry: 'expires',
      pin: 'pin',
      bank: 'bank'
    })
  ],
  ['003', category('note')],
  [
    '004',
    category('identity', {
      email: 'email',
      address: 'address',
      defphone: 'phone',
      birthdate: 'birthday',
      company: 'company'
    })
  ],
  ['005', category('login')],
  ['006', category('note')],
  ['100', category('licence', { reg_code: 'key', reg_name: 'name', reg_email: 'email', download_link: 'url' })],
  [
    '101',
    category('bank', {
      bankName: 'bank',
      owner: 'holder',
      accountNo: 'number',
      routingNo: 'code',
      telephonePin: 'pin',
      branchPhone: 'phone'
    })
  ],
  [
    '102',
    category('database', {
      hostname: 'host',
      port: 'port',
      database: 'database',
      username: 'username',
      password: 'password'
    })
  ],
  ['103', category('identity', { fullname: 'name', address: 'address', birthdate: 'birthday' })],
  ['104', category('identity', { name: 'name' })],
  ['105', category('identity', { member_name: 'name', org_name: 'company', phone: 'phone' })],
  [
    '106',
    category('passport', {
      fullname: 'name',
      number: 'number',
      issuing_country: 'country',
      nationality: 'country',
      birthdate: 'birthday',
      issue_date: 'issued',
      expiry_date: 'expires',
      issuing_authority: 'authority'
    })
  ],
  ['107', category('identity', { member_name: 'name', company_name: 'company' })],
  ['108', category('identity', { name: 'name' })],
  ['109', category('wifi', { network_name: 'network', wireless_password: 'password', wireless_security: 'security' })],
  ['110', category('server', { url: 'url', username: 'username', password: 'password' })],
  ['111', category('login', { pop_username: 'username', pop_password: 'password' })],
  ['112', category('api', { username: 'username', credential: 'secret', expires: 'expires', hostname: 'url' })],
  ['113', category('note')],
  ['114', category('ssh-key')],
  ['115', category('note')]
])

/** Parts of a name, in the order in which they are written. */
export const NAME_PARTS = ['firstname', 'initial', 'lastname'] as const
