import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type FindingKind, type HealthItem, healthReport, type HealthRules, USUAL_RULES } from './health.ts'
import { offersOneTimeCode } from './sites-with-codes.ts'

const DAY = 24 * 60 * 60 * 1000
const NOW = 5000 * DAY
const rules: HealthRules = { ...USUAL_RULES, now: NOW, offersCode: offersOneTimeCode, isIgnored: () => false }
const ignoring = (...ignored: readonly `${FindingKind} ${string}`[]): HealthRules => ({
  ...rules,
  isIgnored: (kind, item) => ignored.includes(`${kind} ${item}`)
})

const item = (
  id: string,
  over: Partial<HealthItem> & { fingerprint?: string; bits?: number; at?: number; seen?: number } = {}
): HealthItem => {
  const { fingerprint = `own ${id}`, bits = 100, at = NOW, seen = 0, ...rest } = over
  const secrets = [{ field: 'password', fingerprint, bits, at, seen }]
  return { id, title: id, username: '', hosts: [], secrets, hasCode: false, expiresAt: null, ...rest }
}

describe('the health of a vault', () => {
  test('is perfect without secrets, and with strong ones of one’s own', () => {
    expect(healthReport([], rules)).toMatchObject({ score: 100, findings: [], shared: [], duplicates: [] })
    expect(healthReport([item('a'), item('b')], rules).score).toBe(100)
  })

  test('names what is breached, weak, old, about to expire and without a code', () => {
    const report = healthReport(
      [
        item('weak', { bits: 30 }),
        item('old', { at: NOW - 4 * 365 * DAY }),
        item('known', { seen: 10_000 }),
        item('card', { secrets: [], expiresAt: NOW + 12 * DAY }),
        item('later', { secrets: [], expiresAt: NOW + 90 * DAY }),
        item('site', { hosts: ['accounts.google.com'] }),
        item('safe', { hosts: ['github.com'], hasCode: true }),
        item('unknown', { hosts: ['notgoogle.com'] })
      ],
      rules
    )
    expect(report.findings.map(({ kind, item: id }) => `${kind} ${id}`)).toEqual([
      'weak weak',
      'old old',
      'breached known',
      'expiring card',
      'noCode site'
    ])
  })

  test('shows who shares a secret with whom, the most costly first', () => {
    const shared = healthReport(
      [
        item('a', { fingerprint: '1' }),
        item('b', { fingerprint: '1' }),
        item('c', { fingerprint: '2' }),
        item('d', { fingerprint: '2' }),
        item('e', { fingerprint: '2' }),
        item('f')
      ],
      rules
    ).shared
    expect(shared.map(({ items }) => items)).toEqual([
      ['c', 'd', 'e'],
      ['a', 'b']
    ])
    expect(shared[0]?.gain).toBeGreaterThan(0)
  })

  test('takes the same account of the same site for one, whatever its password', () => {
    const report = healthReport(
      [
        item('a', { username: 'Mara', hosts: ['git.example'] }),
        item('b', { username: 'mara', hosts: ['git.example'], fingerprint: 'other' }),
        item('c', { username: 'work', hosts: ['git.example'] })
      ],
      rules
    )
    expect(report.duplicates).toEqual([['a', 'b']])
  })

  test('counts what is ignored and no longer holds it against the vault', () => {
    const items = [item('a', { fingerprint: '1', bits: 20 }), item('b', { fingerprint: '1' })]
    const report = healthReport(items, ignoring('weak a', 'reused a'))
    expect(report).toMatchObject({ score: 100, findings: [], shared: [], ignored: 3 })
  })

  const anyItem = fc.record({
    id: fc.uuid(),
    title: fc.string(),
    username: fc.constantFrom('', 'a', 'b'),
    hosts: fc.array(fc.constantFrom('github.com', 'x.example', 'y.example'), { maxLength: 2 }),
    secrets: fc.array(
      fc.record({
        field: fc.constantFrom('password', 'passphrase'),
        fingerprint: fc.constantFrom('1', '2', '3', '4'),
        bits: fc.nat(120),
        at: fc.integer({ min: 0, max: NOW }),
        seen: fc.constantFrom(0, 0, 1, 1000)
      }),
      { maxLength: 2 }
    ),
    hasCode: fc.boolean(),
    expiresAt: fc.option(fc.integer({ min: 0, max: 2 * NOW }))
  })
  const anyVault = fc.uniqueArray(anyItem, { selector: ({ id }) => id, maxLength: 12 })

  test('a score is from 0 to 100, does not depend on the order, and is 100 only where no secret has a finding', () => {
    fc.assert(
      fc.property(anyVault, (items) => {
        const { score, findings, shared } = healthReport(items, rules)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        expect(healthReport(items.toReversed(), rules).score).toBe(score)
        const withSecrets = new Set(items.filter(({ secrets }) => secrets.length > 0).map(({ id }) => id))
        const blamed = findings.some(({ item: id }) => withSecrets.has(id)) || shared.length > 0
        expect(score === 100).toBe(!blamed)
      })
    )
  })

  test('ignoring anything never lowers the score, and giving shared secrets up never does', () => {
    fc.assert(
      fc.property(
        anyVault,
        fc.constantFrom<FindingKind>('breached', 'weak', 'reused', 'old', 'expiring', 'noCode'),
        (items, kind) => {
          const { score, shared } = healthReport(items, rules)
          const id = items[0]?.id ?? ''
          expect(healthReport(items, ignoring(`${kind} ${id}`)).score).toBeGreaterThanOrEqual(score)
          for (const { gain } of shared) expect(gain).toBeGreaterThanOrEqual(0)
        }
      )
    )
  })

  test('every item of a group of shared secrets holds one that another of them holds', () => {
    fc.assert(
      fc.property(anyVault, (items) => {
        const of = new Map(items.map(({ id, secrets }) => [id, new Set(secrets.map(({ fingerprint }) => fingerprint))]))
        for (const { items: ids } of healthReport(items, rules).shared) {
          const [first = '', ...others] = ids
          const common = others.reduce(
            (left, id) => left.intersection(of.get(id) ?? new Set()),
            of.get(first) ?? new Set()
          )
          expect(common.size).toBeGreaterThan(0)
        }
      })
    )
  })
})
