import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Input } from '../../src/shared/api.ts'

/** Made for these tests alone; nothing anywhere trusts them. */
const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8')

type Values = Readonly<Record<string, string>>

/** One item of every type with all of its fields filled. People, numbers and passwords are made up. */
export const FILLED: readonly (readonly [type: string, title: string, values: Values])[] = [
  [
    'login',
    'GitHub',
    {
      username: 'maralind',
      password: 'tr0ub4dor&3-and-more',
      otp: 'otpauth://totp/GitHub:maralind?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=GitHub',
      url: 'https://github.com/login',
      notes: 'Owner of the lindqvist-lab organisation since March.\nRecovery codes are in the note “GitHub recovery”.'
    }
  ],
  [
    'note',
    'GitHub recovery',
    { notes: '4f2a9-11c07\n88d1e-30b5c\n7e6aa-f0912\n\nPrinted on 12 March, kept in the desk drawer.' }
  ],
  [
    'card',
    'Alder Bank Visa',
    {
      holder: 'Mara Lindqvist',
      number: '4929 1180 3321 4471',
      expires: month(1),
      code: '204',
      pin: '7319',
      bank: 'Alder Bank',
      notes: 'Blocked by phone: +46 8 555 010 99'
    }
  ],
  [
    'identity',
    'Mara',
    {
      name: 'Mara Lindqvist',
      email: 'mara@example.org',
      phone: '+46 8 555 010 22',
      address: 'Storgatan 7\n114 51 Stockholm',
      birthday: '1984-06-02',
      company: 'Lindqvist Lab',
      notes: 'For forms.'
    }
  ],
  [
    'api',
    'Package registry',
    {
      username: 'ci-publish',
      secret: 'npm_9fT4Zp4kQ8mB2vXr7',
      url: 'https://registry.example.org',
      expires: day(12),
      notes: 'Only publish.'
    }
  ],
  [
    'database',
    'Production database',
    {
      host: 'db1.example.org',
      port: '5432',
      database: 'orders',
      username: 'reporting',
      password: 'Vq7$mw2!Lx9@',
      notes: 'Read only.'
    }
  ],
  [
    'server',
    'Web server',
    {
      host: 'web1.example.org',
      port: '22',
      username: 'deploy',
      password: 'seven trains at noon',
      url: 'https://web1.example.org',
      notes: 'Console in rack 4.'
    }
  ],
  [
    'ssh-key',
    'Laptop key',
    {
      username: 'mara',
      host: 'laptop',
      'private-key': fixture('ed25519-key.txt'),
      passphrase: 'pebble lantern 45',
      notes: 'On every server.'
    }
  ],
  [
    'certificate',
    'Registry certificate',
    { certificate: fixture('certificate.pem'), passphrase: 'crane violin otter', notes: 'Renewed by hand.' }
  ],
  [
    'wifi',
    'Home Wi-Fi',
    {
      network: 'lindqvist-5G',
      password: 'korrekt-pferd-batterie',
      security: 'WPA3',
      url: 'http://192.168.1.1',
      notes: 'Router in the hall.'
    }
  ],
  [
    'bank',
    'Alder Bank',
    {
      bank: 'Alder Bank',
      holder: 'Mara Lindqvist',
      number: 'SE35 5000 0000 0549 1000 0003',
      code: 'ALDRSESS',
      pin: '4410',
      phone: '+46 8 555 010 00',
      url: 'https://alder.example.org',
      notes: 'Adviser: Nils.'
    }
  ],
  [
    'passport',
    'Passport',
    {
      name: 'Mara Lindqvist',
      number: 'AA 2041883',
      country: 'Sweden',
      birthday: '1984-06-02',
      issued: '2021-08-15',
      expires: day(-3),
      authority: 'Police, Stockholm',
      notes: 'Copy in the safe.'
    }
  ],
  [
    'licence',
    'Type editor',
    {
      product: 'Type editor 7',
      key: 'X7K2P-9QW4E-LMN32-AA81Z',
      name: 'Lindqvist Lab',
      email: 'mara@example.org',
      url: 'https://type.example.org',
      expires: day(400),
      notes: 'Two seats.'
    }
  ]
]

function day(from: number): string {
  return new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)
}

function month(from: number): string {
  const now = new Date()
  return new Date(Date.UTC(now.getFullYear(), now.getMonth() + from, 1)).toISOString().slice(0, 7)
}

/** Made through the window's own door, field by field as the templates have them. */
export async function addFilledItems(page: Page): Promise<void> {
  const templates = await page.evaluate(() => window.coffer.call('item.templates', undefined))
  if (!templates.ok) throw new Error(templates.code)
  for (const [type, title, values] of FILLED) {
    const template = templates.value.find((each) => each.type === type)
    const fields = (template?.fields ?? []).flatMap(({ id, label, kind, concealed, section }, order) => {
      const value = values[id]
      const put = { change: 'put' as const, id, label, kind, concealed, section, order }
      return value === undefined ? [] : [{ ...put, value }]
    })
    const edit: Input<'item.create'>['edit'] = {
      title,
      fields,
      ...(type === 'login' ? { tags: ['Work/Code', '2FA'] } : {})
    }
    const made = await page.evaluate((input) => window.coffer.call('item.create', input), { type, edit })
    if (!made.ok) throw new Error(`${type}: ${made.code}`)
  }
}
