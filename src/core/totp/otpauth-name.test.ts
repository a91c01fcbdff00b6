import { expect, test } from 'vitest'
import { parseOneTimeSecret } from './one-time-code.ts'
import { otpauthLink, otpauthName } from './otpauth-name.ts'

test.each([
  ['otpauth://totp/GitHub:mara%40home?secret=X', 'GitHub', 'mara@home'],
  ['otpauth://totp/GitHub:%20mara?secret=X&issuer=GitHub+Inc', 'GitHub Inc', 'mara'],
  ['otpauth://totp/mara?secret=X', '', 'mara'],
  ['otpauth://totp?secret=X', '', ''],
  ['otpauth://totp/%E0%A4%A?secret=X', '', ''],
  ['GEZDGNBVGY3TQOJQ', '', '']
])('%s names its site and account', (link, issuer, account) => {
  expect(otpauthName(link)).toEqual({ issuer, account })
})

test('a bare secret becomes a link that is read alike', () => {
  const link = otpauthLink('gezd gnbv-gy3t qojq', { issuer: 'A & B: C', account: 'mara@home' })
  expect(parseOneTimeSecret(link)).toEqual(parseOneTimeSecret('GEZDGNBVGY3TQOJQ'))
  expect(otpauthName(link)).toEqual({ issuer: 'A & B: C', account: 'mara@home' })
})
