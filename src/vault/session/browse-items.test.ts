import { describe, expect, test } from 'vitest'
import { createFoldedVault } from '../../core/vault/fold.ts'
import { createVaultList } from '../list/vault-list.ts'
import { browseItems } from './browse-items.ts'
import type { SessionContext } from './session-context.ts'

const COUNT = 7000
const QUERY = {
  filter: { of: 'all' },
  text: 'kestrel 1',
  sort: 'title',
  descending: false,
  from: 0,
  count: 50
} as const

/** A vault that was just opened: nothing is ready for searching or counted. */
function justOpened() {
  const folded = createFoldedVault()
  for (let index = 1; index <= COUNT; index++) {
    const item = `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`
    const title = index % 2 === 0 ? `Kestrel ${index}` : `Alder ${index}`
    folded.apply({ item, at: '018bcfe568000000aaaaaaaa', set: { type: 'login', title } })
  }
  const list = createVaultList(folded)
  return { list, session: browseItems({ opened: () => ({ folded, list }) } as unknown as SessionContext) }
}

/** How often the event loop came round while this was waited for. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let [turns, done] = [0, false]
  const look = (): void => {
    turns += 1
    if (!done) setImmediate(look)
  }
  setImmediate(look)
  await work
  done = true
  return turns
}

describe('right after a vault was opened', () => {
  test('a search finds what it would find at once, and others are answered before it', async () => {
    const { session } = justOpened()
    expect(await turnsDuring(session.queryInSteps(QUERY))).toBeGreaterThan(4)
    expect(await session.queryInSteps(QUERY)).toEqual(justOpened().session.query(QUERY))
  })

  test('a list without a search waits for nothing', async () => {
    const { list, session } = justOpened()
    expect((await session.queryInSteps({ ...QUERY, text: ' ' })).total).toBe(COUNT)
    expect(list.prepareSearch()).toBe(true)
  })

  test('counting gives way to others, and counts all', async () => {
    const { session } = justOpened()
    expect(await turnsDuring(session.countInSteps())).toBeGreaterThan(1)
    expect(await session.countInSteps()).toMatchObject({ all: COUNT, types: [{ type: 'login', count: COUNT }] })
  })
})
