import { expect, test } from 'vitest'
import { VaultError } from '../core/errors.ts'
import { USUAL_PASSPHRASE } from '../shared/generator-views.ts'
import { copyPassphrase } from './copy-passphrase.ts'
import { fakeParts } from './test-support/fake-parts.ts'

const MADE = { text: 'crane violin otter', words: ['crane', 'violin', 'otter'], rolls: [[1]], bits: 77 }

function setUp(answers: Readonly<Record<string, unknown>>, open: string | null) {
  const copied: string[] = []
  const copy = async (text: string) => {
    copied.push(text)
    return { clearsAt: 0 }
  }
  const { client, session, asked } = fakeParts(answers, { open })
  return { run: () => copyPassphrase({ client, session, clipboard: { copy } }), copied, asked }
}

test('without an open vault the passphrase is copied, and kept nowhere', async () => {
  const { run, copied, asked } = setUp({ 'generator.passphrase': MADE }, null)
  await run()
  expect(copied).toEqual([MADE.text])
  expect(asked).toEqual([['generator.passphrase', USUAL_PASSPHRASE]])
})

test('an open vault keeps it; one that cannot is no reason to fail', async () => {
  const cannot = new VaultError('READ_ONLY')
  for (const kept of [undefined, cannot]) {
    const { run, copied, asked } = setUp({ 'generator.passphrase': MADE, 'kept.keepGenerated': kept }, '/v.coffer')
    await run()
    expect(copied).toEqual([MADE.text])
    expect(asked.at(-1)).toEqual(['kept.keepGenerated', { text: MADE.text }])
  }
})

test('where none is made, nothing is copied', async () => {
  const { run, copied } = setUp({ 'generator.passphrase': new VaultError('LOCKED') }, null)
  await expect(run()).rejects.toMatchObject({ code: 'LOCKED' })
  expect(copied).toEqual([])
})
