import { describe, expect, test } from 'vitest'
import { expiryTime } from './expiry-time.ts'
import { hostOf } from './host-of.ts'
import { ignoreFinding, keepScore, vaultHealth, weekOf } from './health.ts'
import { trashItems } from './item/change-items.ts'
import { addItem, editOf } from './test-support/daily-vault.ts'
import { memoryStore } from './test-support/memory-store.ts'

const NOW = Date.UTC(2026, 10, 25)

async function vault() {
  const store = memoryStore(() => NOW)
  const secret = (value: string, bits: number) => ({ password: { kind: 'password', value, bits } }) as const
  const a = await addItem(
    store,
    editOf('Alder Bank', { ...secret('hunter2', 20), url: { kind: 'url', value: 'paypal.com/signin' } })
  )
  const b = await addItem(store, editOf('Harbour', secret('hunter2', 20)))
  const card = await addItem(
    store,
    editOf('Visa', { pin: { kind: 'password', value: '1234', bits: 13 }, expires: { value: '2026-12' } }),
    'card'
  )
  return { store, a, b, card }
}

describe('the health of an open vault', () => {
  test('names what is wrong by ids and titles, and no fingerprint or value', async () => {
    const { store, a, b, card } = await vault()
    const health = await vaultHealth(store.opened(), NOW + 10 * 24 * 3600 * 1000)
    expect(health.shared).toMatchObject([{ items: [a, b], bits: 20 }])
    expect(health.findings.map(({ kind, item }) => [kind, item])).toEqual([
      ['weak', a],
      ['noCode', a],
      ['weak', b],
      ['expiring', card]
    ])
    expect(health.items.map(({ title }) => title).toSorted()).toEqual(['Alder Bank', 'Harbour', 'Visa'])
    for (const text of ['hunter2', 'fingerprint', '1234']) expect(JSON.stringify(health)).not.toContain(text)
  })

  test('counts a reminder of the user’s own like the date of a card', async () => {
    const { store, b } = await vault()
    const at = NOW + 3 * 24 * 3600 * 1000
    await store.save((_opened, stamp) => [{ item: b, at: stamp, set: { due: { at, why: 'rotate' } } }])
    const { findings } = await vaultHealth(store.opened(), NOW)
    expect(findings).toContainEqual({ kind: 'expiring', item: b, at })
  })

  test('leaves the trash out', async () => {
    const { store, a, b, card } = await vault()
    await store.save(trashItems([a, b, card]))
    expect(await vaultHealth(store.opened(), NOW)).toMatchObject({ score: 100, findings: [], shared: [], items: [] })
  })

  test('remembers what is ignored and why, until it is taken seriously again', async () => {
    const { store, a } = await vault()
    await store.save(ignoreFinding('weak', [a], 'Locks after three tries'))
    const health = await vaultHealth(store.opened(), NOW)
    expect(health.findings.some(({ kind, item }) => kind === 'weak' && item === a)).toBe(false)
    expect(health.ignored).toMatchObject([{ kind: 'weak', item: a, reason: 'Locks after three tries' }])
    await store.save(ignoreFinding('weak', [a], null))
    expect((await vaultHealth(store.opened(), NOW)).ignored).toEqual([])
  })

  test('keeps one score a week', async () => {
    const { store } = await vault()
    const week = 7 * 24 * 3600 * 1000
    for (const [score, at] of [
      [40, NOW - week],
      [50, NOW],
      [60, NOW]
    ] as const)
      await keepScore(store, score, at)
    expect((await vaultHealth(store.opened(), NOW)).trend).toEqual([
      { week: '2026-11-16', score: 40 },
      { week: '2026-11-23', score: 60 }
    ])
    expect(weekOf(Date.UTC(2026, 10, 23))).toBe('2026-11-23')
    expect(weekOf(Date.UTC(2026, 10, 23) - 1)).toBe('2026-11-16')
  })
})

test('the end of what expires is read from a day or a month, as it is entered or printed', () => {
  expect(expiryTime('2027-03-31')).toBe(Date.UTC(2027, 3, 1) - 1)
  for (const text of ['2027-03', '03/27', '3/2027']) expect(expiryTime(text)).toBe(Date.UTC(2027, 3, 1) - 1)
  for (const text of ['', 'soon', '13/27', '2027-14', null, 5]) expect(expiryTime(text)).toBeNull()
})

test('a host is read from an address as people write it', () => {
  expect(
    ['https://www.GitHub.com/login', 'github.com', 'github.com:8443/x', 'ftp://files.example'].map(hostOf)
  ).toEqual(['github.com', 'github.com', 'github.com', 'files.example'])
  for (const text of ['', 'my router', 'https://']) expect(hostOf(text)).toBeNull()
})
