import { expect, test } from 'vitest'
import { keepSecret, keptSecrets, keptSecretText, MOST_GENERATED } from './generated.ts'
import { memoryStore } from './test-support/memory-store.ts'

test('the last twenty generated secrets are kept, sealed, newest first', async () => {
  const store = memoryStore()
  for (let turn = 1; turn <= 30; turn++) await store.save(keepSecret(`made ${turn}`))
  const kept = keptSecrets(store.opened())
  expect(kept.map(({ id }) => keptSecretText(store.opened(), id))).toEqual(
    Array.from({ length: MOST_GENERATED }, (_, place) => `made ${30 - place}`)
  )
  const properties = [...store.opened().folded.vaultProperties()].filter(([name]) => name.startsWith('generated:'))
  expect(properties).toHaveLength(MOST_GENERATED)
  expect(JSON.stringify(properties)).not.toContain('made')
})

test('none is kept twice', async () => {
  const store = memoryStore()
  for (const text of ['a', 'a', 'b', 'a']) await store.save(keepSecret(text))
  const kept = keptSecrets(store.opened())
  expect(kept.map(({ id }) => keptSecretText(store.opened(), id))).toEqual(['b', 'a'])
})
