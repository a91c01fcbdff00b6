import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneTimeCode, parseOneTimeSecret } from './one-time-code.ts'

// RFC 6238, appendix B: the same digits again and again, as many as the hash is long.
const SHA1_KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const SHA256_KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA'
const SHA512_KEY =
  'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNA'
const SITE = parseOneTimeSecret(SHA1_KEY)
const link = (query: string) => `otpauth://totp/GitHub:mara%40home?${query}`

describe('a one-time code', () => {
  test.each([
    [59, '94287082', '46119246', '90693936'],
    [1_111_111_109, '07081804', '68084774', '25091201'],
    [1_111_111_111, '14050471', '67062674', '99943326'],
    [1_234_567_890, '89005924', '91819424', '93441116'],
    [2_000_000_000, '69279037', '90698825', '38618901'],
    [20_000_000_000, '65353130', '77737706', '47863826']
  ])('at second %i is the one of RFC 6238', (second, sha1, sha256, sha512) => {
    const code = (secret: string, algorithm: string) =>
      oneTimeCode(parseOneTimeSecret(link(`secret=${secret}&digits=8&algorithm=${algorithm}`)), second * 1000).code
    expect([code(SHA1_KEY, 'SHA1'), code(SHA256_KEY, 'SHA256'), code(SHA512_KEY, 'SHA512')]).toEqual([
      sha1,
      sha256,
      sha512
    ])
  })

  test('counts down the whole seconds of its period', () => {
    expect(oneTimeCode(SITE, 0)).toMatchObject({ period: 30, secondsLeft: 30 })
    expect(oneTimeCode(SITE, 29_999)).toMatchObject({ period: 30, secondsLeft: 1 })
    expect(oneTimeCode(SITE, 30_000).secondsLeft).toBe(30)
    const minute = parseOneTimeSecret(link(`secret=${SHA1_KEY}&period=60`))
    expect(oneTimeCode(minute, 65_000)).toMatchObject({ period: 60, secondsLeft: 55 })
    expect(oneTimeCode(minute, 65_000).code).toBe(oneTimeCode(SITE, 30_000).code)
  })

  test.each([
    [59, 'PV9M4'],
    [1_111_111_109, 'PY4YB'],
    [20_000_000_000, 'R5DMB']
  ])('of Steam at second %i has five characters', (second, code) => {
    for (const text of [`steam://${SHA1_KEY}`, link(`secret=${SHA1_KEY}&encoder=steam`)]) {
      expect(oneTimeCode(parseOneTimeSecret(text), second * 1000)).toMatchObject({ code, period: 30 })
    }
  })
})

describe('a one-time secret', () => {
  test.each([
    ['in lower case', SHA1_KEY.toLowerCase()],
    ['in groups', 'GEZD GNBV GY3T QOJQ  GEZD-GNBV-GY3T-QOJQ\n'],
    ['in a link', link(`secret=${SHA1_KEY}`)],
    [
      'in a link with everything usual',
      link(`secret=${SHA1_KEY}&issuer=GitHub&algorithm=SHA1&digits=6&period=30&image=x`)
    ],
    ['in a link in groups', link('secret=gezd%20gnbv+gy3tqojqgezdgnbvgy3tqojq')],
    ['in a link without a label', `otpauth://totp?secret=${SHA1_KEY}`],
    ['in a link in capitals', `OTPAUTH://TOTP/x?SECRET=${SHA1_KEY}&Algorithm=hmac-sha-1#top`]
  ])('%s is read alike', (_, text) => {
    expect(parseOneTimeSecret(text)).toEqual(SITE)
  })

  test.each(['', '=', '===='])('is read with the padding "%s"', (padding) => {
    expect(parseOneTimeSecret(`${SHA256_KEY}${padding}`).key).toHaveLength(32)
  })

  test.each([
    ['nothing', ''],
    ['one character', 'G'],
    ['a digit that base 32 lacks', 'GEZDGNB1'],
    ['a length that base 32 never has', SHA1_KEY.slice(0, 30)],
    ['padding inside', 'GEZD====GEZD'],
    ['a link by counter', `otpauth://hotp/x?secret=${SHA1_KEY}&counter=1`],
    ['a link without a secret', link('issuer=x')],
    ['a link with two secrets', link(`secret=${SHA1_KEY}&secret=${SHA1_KEY}`)],
    ['a link with a broken escape', link(`secret=${SHA1_KEY}%`)],
    ['an algorithm nobody uses', link(`secret=${SHA1_KEY}&algorithm=MD5`)],
    ['no digits', link(`secret=${SHA1_KEY}&digits=0`)],
    ['too many digits', link(`secret=${SHA1_KEY}&digits=11`)],
    ['digits that are no number', link(`secret=${SHA1_KEY}&digits=6.0`)],
    ['a period of nothing', link(`secret=${SHA1_KEY}&period=0`)],
    ['a period of days', link(`secret=${SHA1_KEY}&period=86401`)],
    ['another scheme', `https://example.com/?secret=${SHA1_KEY}`],
    ['a Steam link without a secret', 'steam://'],
    ['a text without end', 'A'.repeat(5000)]
  ])('with %s is refused', (_, text) => {
    expect(() => parseOneTimeSecret(text)).toThrow(expect.objectContaining({ code: 'BAD_OTP_SECRET' }))
  })

  test('is read or refused, whatever the text, and never repeated in the refusal', () => {
    const pieces = fc.constantFrom(
      'otpauth://totp/',
      '?',
      'secret=',
      'GEZDGNBV',
      '&',
      'digits=',
      '%',
      '%41',
      '7',
      '=',
      'steam://',
      ' '
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''))
        ),
        (text) => {
          const seen = outcome(text)
          expect(seen === 'read' || seen === 'BAD_OTP_SECRET {}').toBe(true)
        }
      )
    )
  })
})

function outcome(text: string): string {
  try {
    oneTimeCode(parseOneTimeSecret(text), 1e12)
    return 'read'
  } catch (error) {
    const { message, detail, cause } = error as Error & { detail: unknown }
    return `${message} ${JSON.stringify(detail)}${cause === undefined ? '' : ' with a cause'}`
  }
}
