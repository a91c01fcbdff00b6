import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')

/** Rule → file → a line that breaks it. One tree with all of them is cruised once. */
const VIOLATIONS: Readonly<Record<string, readonly [string, string]>> = {
  'core-ours': ['src/core/a.ts', "import type { Shared } from '../shared/shared.ts'"],
  'core-packages': ['src/core/b.ts', "import { parse } from 'valibot'"],
  'core-node': ['src/core/c.ts', "import { readFile } from 'node:fs'"],
  'shared-ours': ['src/shared/a.ts', "import { core } from '../core/core.ts'"],
  'shared-packages': ['src/shared/b.ts', "import { useState } from 'react'"],
  'shared-node': ['src/shared/c.ts', "import { join } from 'node:path'"],
  'vault-ours': ['src/vault/a.ts', "import { main } from '../main/main.ts'"],
  'vault-packages': ['src/vault/b.ts', "import { app } from 'electron'"],
  'main-ours': ['src/main/a.ts', "import { vault } from '../vault/vault.ts'"],
  'main-packages': ['src/main/b.ts', "import { argon2id } from 'hash-wasm'"],
  'main-holds-no-keys': ['src/main/c.ts', "import { key } from '../core/crypto/key.ts'"],
  'one-keychain': ['src/main/d.ts', "import keytar from 'keytar'"],
  'preload-ours': ['src/preload/a.ts', "import { core } from '../core/core.ts'"],
  'preload-packages': ['src/preload/b.ts', "import { useState } from 'react'"],
  'preload-node': ['src/preload/c.ts', "import { readFile } from 'node:fs'"],
  'renderer-ours': ['src/renderer/a.tsx', "import type { Vault } from '../vault/vault.ts'"],
  'renderer-packages': ['src/renderer/b.tsx', "import { ipcRenderer } from 'electron'"],
  'renderer-node': ['src/renderer/c.tsx', "import { readFile } from 'node:fs'"],
  'zxcvbn-in-its-worker': ['src/vault/c.ts', "import { ZxcvbnFactory } from '@zxcvbn-ts/core'"],
  'no-network': ['src/cli/d.ts', "import { request } from 'node:https'"],
  'one-network-door': ['src/main/e.ts', "import { sendToNetwork } from './breach-network.ts'"],
  'ui-knows-no-feature': ['src/renderer/ui/a.tsx', "import { feature } from '../features/feature.ts'"],
  'cli-ours': ['src/cli/a.ts', "import { main } from '../main/main.ts'"],
  'cli-packages': ['src/cli/b.ts', "import { app } from 'electron'"],
  'evidence-ours': ['evidence/a.ts', "import { main } from '../src/main/main.ts'"],
  'evidence-packages': ['evidence/b.ts', "import { app } from 'electron'"],
  'e2e-sees-the-contract': ['e2e/a.ts', "import { vault } from '../src/vault/vault.ts'"],
  'no-test-code-in-the-app': ['src/cli/c.ts', "import { fake } from '../vault/test-support/fake.ts'"],
  resolvable: ['src/core/d.ts', "import { gone } from './gone.ts'"]
}
const TARGETS = [
  'src/core/core.ts',
  'src/core/crypto/key.ts',
  'src/shared/shared.ts',
  'src/vault/vault.ts',
  'src/vault/test-support/fake.ts',
  'src/main/main.ts',
  'src/main/breach-network.ts',
  'src/renderer/features/feature.ts'
]

let folder = ''
let reported: ReadonlyMap<string, readonly string[]> = new Map()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'coffer-layers-'))
  cpSync(join(ROOT, '.dependency-cruiser.mjs'), join(folder, '.dependency-cruiser.mjs'))
  cpSync(join(ROOT, 'package.json'), join(folder, 'package.json'))
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const path of TARGETS) put(path, 'export const empty = 0')
  for (const [path, line] of Object.values(VIOLATIONS)) put(path, line)
  put('src/core/a.test.ts', "import { readFile } from 'node:fs'")
  put('src/main/fine.ts', "import { app } from 'electron'\nimport { core } from '../core/core.ts'")
  reported = cruise()
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), `${text}\n`)
}

/** Rule → the files that break it, as the real configuration and the real tool report them. */
function cruise(): Map<string, string[]> {
  const tool = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [tool, 'src', 'e2e', 'evidence', '--config', '.dependency-cruiser.mjs', '--output-type', 'json']
  const out = execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26 })
  const { summary } = JSON.parse(out) as { summary: { violations: { from: string; rule: { name: string } }[] } }
  const found = new Map<string, string[]>()
  for (const { from, rule } of summary.violations) found.set(rule.name, [...(found.get(rule.name) ?? []), from])
  return found
}

test.each(Object.entries(VIOLATIONS))('the rule %s reports what breaks it', (rule, [path]) => {
  expect(reported.get(rule)).toContain(path)
})

test('what the rules allow is not reported, and tests may use what the code may not', () => {
  const files = [...reported.values()].flat()
  expect(files).not.toContain('src/main/fine.ts')
  expect(files).not.toContain('src/core/a.test.ts')
})

test('every rule of the configuration is broken here once', async () => {
  const config = (await import('../.dependency-cruiser.mjs')) as { default: { forbidden: { name: string }[] } }
  expect(config.default.forbidden.map(({ name }) => name).toSorted()).toEqual(Object.keys(VIOLATIONS).toSorted())
})
