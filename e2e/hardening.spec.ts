import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { sealedFor } from '../evidence/support/sealed-for.ts'
import { expect, needsElectron, test } from './support/test.ts'

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; " +
  "form-action 'none'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'; worker-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'"

const KEY = `${'A'.repeat(43)}=`
/** For a process that there never was. */
const SEALED = { to: KEY, key: KEY, box: 'QUJD'.repeat(10) }

/** The contract's types keep the page honest; a hostile page is not. */
const callAnything = (page: Page, method: unknown, input: unknown): Promise<unknown> =>
  page.evaluate(
    ([name, value]) => (window.coffer.call as (...args: unknown[]) => Promise<unknown>)(name, value),
    [method, input]
  )

test.describe('the window', () => {
  test('has every web preference that guards it', async ({ app, page }) => {
    expect(page.url()).toContain('app://')
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): object }
      return contents.getLastWebPreferences()
    })
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      navigateOnDragDrop: false
    })
  })

  test('serves its page from our own scheme under the strict policy', async ({ app, page }) => {
    expect(page.url()).toBe('app://bundle/index.html')
    const answered = page.waitForResponse((response) => response.url().endsWith('/index.html'))
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload())
    const headers = await (await answered).allHeaders()
    expect(headers['content-security-policy']).toBe(POLICY)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
  })

  test('keeps its title, whatever the page says', async ({ app, page }) => {
    await page.evaluate(() => {
      document.title = 'GitHub: hunter2'
    })
    await page.waitForTimeout(200)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())).toBe('Coffer')
  })

  test('keeps its session in memory, and the page in the sandbox of the system', async ({ app, page }) => {
    needsElectron('sessions and the sandbox')
    expect(page.url()).toContain('app://')
    const seen = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return {
        persistent: contents?.session.isPersistent(),
        spelling: contents?.session.isSpellCheckerEnabled(),
        pid: contents?.getOSProcessId() ?? 0
      }
    })
    expect(seen).toMatchObject({ persistent: false, spelling: false })
    test.skip(process.platform !== 'linux', 'only Linux shows the filter of a process')
    expect(await readFile(`/proc/${seen.pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m)
  })
})

test.describe('the page', () => {
  test('has nothing of Node or Electron, and four names of ours that cannot be replaced', async ({ page }) => {
    const names = [
      'require',
      'process',
      'module',
      'exports',
      'global',
      'Buffer',
      'ipcRenderer',
      'electron',
      '__dirname'
    ]
    expect(await page.evaluate((wanted) => wanted.filter((name) => name in window), names)).toEqual([])
    expect(await page.evaluate(() => Object.keys(window.coffer).toSorted())).toEqual([
      'call',
      'on',
      'platform',
      'takeDropped'
    ])
    const replaced = await page.evaluate(() => {
      const before = window.coffer.call
      try {
        Object.assign(window.coffer, { call: () => 'mine' })
      } catch {
        return false
      }
      return window.coffer.call !== before
    })
    expect(replaced).toBe(false)
  })

  test('runs no script and no style that came as text, and loads nothing from anywhere', async ({ page }) => {
    const tried = await page.evaluate(async () => {
      // The debugger lifts the policy while it evaluates; from the next task on the page is by itself.
      await new Promise((resolve) => setTimeout(resolve, 0))
      const attempt = async (act: () => unknown): Promise<string> => {
        try {
          await act()
          return 'done'
        } catch {
          return 'refused'
        }
      }
      const script = document.createElement('script')
      const style = document.createElement('style')
      style.textContent = 'body { outline: 7px solid red }'
      document.head.append(style)
      return {
        evaluated: await attempt(() => globalThis.eval('1')),
        scriptText: await attempt(() => {
          script.textContent = '1'
        }),
        html: await attempt(() => {
          document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>'
        }),
        outline: getComputedStyle(document.body).outlineWidth,
        fetched: await attempt(() => fetch('https://example.com/')),
        fetchedOwn: await attempt(() => fetch('app://bundle/index.html')),
        image: await attempt(() => {
          const image = new Image()
          image.src = 'https://example.com/pixel.png'
          return image.decode()
        })
      }
    })
    expect(tried).toEqual({
      evaluated: 'refused',
      scriptText: 'refused',
      html: 'refused',
      outline: expect.not.stringContaining('7px'),
      fetched: 'refused',
      fetchedOwn: 'refused',
      image: 'refused'
    })
  })

  test('stays where it is: no navigation, no window, no frame', async ({ app, page }) => {
    expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
    await page.evaluate(() => {
      const link = document.createElement('a')
      link.href = 'https://example.com/away'
      document.body.append(link)
      link.click()
      const frame = document.createElement('iframe')
      frame.src = 'https://example.com/frame'
      document.body.append(frame)
    })
    await page.waitForTimeout(500)
    expect(page.url()).toBe('app://bundle/index.html')
    expect(app.windows()).toHaveLength(1)
    expect(
      page
        .frames()
        .map((frame) => frame.url())
        .filter((url) => url.includes('example.com'))
    ).toEqual([])
  })

  test('gets no permission', async ({ page }) => {
    const states = await page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'midi'
      ] as PermissionName[]
      const asked = names.map(async (name) => (await navigator.permissions.query({ name })).state)
      return Promise.all(asked)
    })
    expect(new Set(states)).toEqual(new Set(['denied']))
    const media = await page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        () => 'refused'
      )
    )
    expect(media).toBe('refused')
  })
})

test.describe('the door between page and main', () => {
  test('refuses methods that are not of the contract', async ({ page }) => {
    for (const method of ['app.quit', 'value.forCopy', 'session.unlock', 'constructor', '__proto__', '', 7, null]) {
      expect(await callAnything(page, method, undefined)).toMatchObject({ ok: false, code: 'BAD_REQUEST' })
    }
  })

  test('refuses inputs that are not what the contract says', async ({ page }) => {
    const handle = '0'.repeat(32)
    const inputs: readonly [string, unknown][] = [
      ['app.state', {}],
      ['vault.unlock', { file: '/etc/passwd', masterPassword: SEALED }],
      ['vault.unlock', { file: handle, masterPassword: SEALED, path: '/etc/passwd' }],
      ['vault.unlock', { file: handle, masterPassword: 'in the clear' }],
      ['vault.unlock', { file: handle, masterPassword: { ...SEALED, box: 'QUJD'.repeat(5000) } }],
      ['item.copyField', { item: '../../x', field: 'password' }],
      ['list.query', { filter: { of: 'all' }, text: '', sort: 'title', descending: false, from: 0, count: 100_000 }]
    ]
    for (const [method, input] of inputs) {
      expect(await callAnything(page, method, input)).toMatchObject({ ok: false, code: 'BAD_REQUEST' })
    }
  })

  test('knows no file that the user has not chosen', async ({ page }) => {
    const prepare = () => page.evaluate(() => window.coffer.call('vault.prepare', undefined))
    const masterPassword = await sealedFor(prepare, 'a long enough password', 'vault.prepare')
    const unlock = await callAnything(page, 'vault.unlock', { file: '0'.repeat(32), masterPassword })
    expect(await callAnything(page, 'vault.unlock', { file: '0'.repeat(32), masterPassword: SEALED })).toMatchObject({
      code: 'KEY_CHANGED'
    })
    expect(unlock).toMatchObject({ ok: false, code: 'NOT_FOUND' })
    const made = await page.evaluate(() => window.coffer.takeDropped(new File(['COFFER'], '/etc/passwd'), 'import'))
    expect(made).toEqual({ ok: true, value: null })
  })

  test('has no vault method to offer while none is open', async ({ page }) => {
    const field = { item: '00000000-0000-4000-8000-000000000000', field: 'password' }
    for (const [method, input] of [
      ['item.reveal', field],
      ['item.copyField', field],
      ['item.oneTimeCode', field],
      ['vault.view', undefined],
      ['backup.list', undefined]
    ] as const) {
      expect(await callAnything(page, method, input)).toMatchObject({ ok: false, code: 'LOCKED' })
    }
  })
})
