import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { type Damage, damaged } from './vector-outcomes.ts'

const DOCS = fileURLToPath(new URL('../docs/', import.meta.url))
const PYTHON = '/usr/bin/python3'
const hasPython = spawnSync(PYTHON, ['-c', 'import argon2, nacl.bindings']).status === 0
if (!hasPython) console.warn('python3-argon2 or python3-nacl is not installed: the reader in Python is not run.')

type Vectors = {
  readonly password: { readonly typed: string }
  readonly damaged: readonly Damage[]
  readonly frames: readonly unknown[]
}

const json = (name: string): unknown => JSON.parse(readFileSync(`${DOCS}vectors/${name}`, 'utf8'))
const vectors = json('small.json') as Vectors
const example = readFileSync(`${DOCS}vectors/small.coffer`)
const folder = mkdtempSync(join(tmpdir(), 'coffer-reader-'))
afterAll(() => rmSync(folder, { recursive: true }))

function readVault(file: Uint8Array, password: string, ...options: readonly string[]) {
  const path = join(folder, 'vault.coffer')
  writeFileSync(path, file)
  return spawnSync(PYTHON, [`${DOCS}read_vault.py`, ...options, path], { input: `${password}\n`, encoding: 'utf8' })
}

describe.skipIf(!hasPython)('the reader in Python (skipped where python3-argon2 or python3-nacl is missing)', () => {
  test('lists everything that the app wrote', () => {
    const { status, stdout, stderr } = readVault(example, vectors.password.typed, '--reveal')
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toEqual(json('small.plaintext.json'))
  })

  test('masks concealed values unless told otherwise', () => {
    const { status, stdout } = readVault(example, vectors.password.typed)
    expect([status, stdout.includes('x'.repeat(40)), stdout.includes('"0042"'), stdout.includes('********')]).toEqual([
      0,
      false,
      false,
      true
    ])
  })

  test('refuses a wrong password', () => {
    expect(readVault(example, `${vectors.password.typed}!`)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: 'refused: wrong password\n'
    })
  })

  test.each(vectors.damaged.filter((damage) => typeof damage.expect === 'string'))('$what: refuses', (damage) => {
    const { status, stdout, stderr } = readVault(damaged(example, damage), vectors.password.typed, '--reveal')
    expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: '', stderr: expect.stringMatching(/^refused: /) })
  })

  test.each(vectors.damaged.filter((damage) => typeof damage.expect !== 'string'))(
    '$what: lists the rest',
    (damage) => {
      const { status, stdout, stderr } = readVault(damaged(example, damage), vectors.password.typed, '--reveal')
      const bytes = typeof damage.expect === 'string' ? -1 : damage.expect.tailBytes
      const said = bytes === 0 ? '' : `The last save is unfinished or damaged: ${bytes} bytes left aside.\n`
      expect([status, stderr]).toEqual([0, said])
      expect(Object.keys((JSON.parse(stdout) as { items: object }).items)).toHaveLength('addZeros' in damage ? 6 : 5)
    }
  )
})
