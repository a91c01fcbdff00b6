import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answer, listFiles } from './app-files.ts'
import { CONTENT_SECURITY_POLICY } from './content-security.ts'

let folder = ''
let files: Awaited<ReturnType<typeof listFiles>> = new Map()
const get = (url: string, method = 'GET') => answer(files, { url, method })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coffer-page-'))
  const built = join(folder, 'renderer')
  await mkdir(join(built, 'assets'), { recursive: true })
  await writeFile(join(built, 'index.html'), '<!doctype html>')
  await writeFile(join(built, 'assets/index.js'), 'run()')
  await writeFile(join(built, 'assets/index.js.map'), '{}')
  await writeFile(join(folder, 'secret.html'), 'secret')
  await symlink(join(folder, 'secret.html'), join(built, 'link.html'))
  files = await listFiles(built)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('a built file is served with its type, under the policy', async () => {
  const page = await get('app://bundle/index.html')
  expect(page.status).toBe(200)
  expect(await page.text()).toBe('<!doctype html>')
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(page.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY)
  expect((await get('app://bundle/assets/index.js?x#y')).headers.get('content-type')).toContain('javascript')
})

test.each([
  'app://bundle/',
  'app://bundle/assets/index.js.map',
  'app://bundle/link.html',
  'app://bundle/../secret.html',
  'app://bundle/%2e%2e/secret.html',
  'app://bundle/..%2fsecret.html',
  'app://bundle//etc/passwd',
  'app://other/index.html',
  'https://bundle/index.html',
  'app://bundle/constructor'
])('%s is not on the list', async (url) => {
  const refused = await get(url)
  expect(refused.status).toBe(404)
  expect(await refused.text()).toBe('')
})

test('only GET is answered', async () => {
  expect((await get('app://bundle/index.html', 'POST')).status).toBe(404)
})

test('the policy allows no script or style from text, and no connection', () => {
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:|blob:/)
  expect(CONTENT_SECURITY_POLICY).toContain("connect-src 'none'")
})
