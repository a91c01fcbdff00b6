import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { type RecoverySlot, unwrapWithPhrase } from '../src/core/crypto/key-slot.ts'
import { readRecoveryPhrase } from '../src/core/crypto/recovery-phrase.ts'
import { parseHead } from '../src/core/format/header.ts'
import { makeVectors } from './make-vectors.ts'
import { damaged, outcomeOf } from './vector-outcomes.ts'

const FOLDER = fileURLToPath(new URL('../docs/vectors/', import.meta.url))
const textOf = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`

/** `UPDATE_VECTORS=1 npx vitest run scripts/make-vectors.test.ts` writes them anew, when the format has changed. */
test('the published vectors are what the code writes, byte for byte', async () => {
  const { file, json, plaintext } = await makeVectors()
  if (process.env['UPDATE_VECTORS'] === '1') {
    writeFileSync(`${FOLDER}small.coffer`, file)
    writeFileSync(`${FOLDER}small.json`, textOf(json))
    writeFileSync(`${FOLDER}small.plaintext.json`, textOf(plaintext))
  }
  expect(Buffer.compare(readFileSync(`${FOLDER}small.coffer`), file)).toBe(0)
  expect(readFileSync(`${FOLDER}small.json`, 'utf8')).toBe(textOf(json))
  expect(readFileSync(`${FOLDER}small.plaintext.json`, 'utf8')).toBe(textOf(plaintext))
})

test('the app says to each damaged example what the vectors say', async () => {
  const { file, json, keys } = await makeVectors()
  for (const damage of json.damaged)
    expect([damage.what, await outcomeOf(damaged(file, damage), keys)]).toEqual([damage.what, damage.expect])
})

test('the phrase of the vectors opens the same data key', async () => {
  const { file, json } = await makeVectors()
  const { header } = parseHead(file.slice(0, json.headerEnds))
  const slot = header.slots.find((each): each is RecoverySlot => each.kind === 'recovery')
  if (slot === undefined) throw new Error('The example has a phrase.')
  using entropy = readRecoveryPhrase(json.recoveryPhrase)
  using dataKey = unwrapWithPhrase(header, slot, entropy)
  expect(Buffer.from(dataKey?.bytes ?? []).toString('hex')).toBe(json.keys.dataKey)
})
