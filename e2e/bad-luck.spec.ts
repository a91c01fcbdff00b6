import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { CHEAP_KDF, coffer as cli, withFolder } from './support/coffer-cli.ts'
import { createVault, firstRun, lock, unlock } from './support/first-run.ts'
import { addLogins } from './support/items.ts'
import { outOfReach } from './support/reach.ts'
import { expect, test } from './support/test.ts'
import { atRest } from './support/themes.ts'
import { chooseMenu } from './support/user.ts'

const PASSWORD = 'correct horse battery staple'
/** A family of one glyph, Hebrew, an override of the direction, a joiner and a space of no width. */
const ODD = 'Fähre 👩‍👩‍👧‍👦 שלום \u{202e}txt.exe\u{202c} a\u{200b}b\u{200d}c'

test('emoji, right-to-left and zero-width text is kept to the last code point', async ({ coffer, vaults }) => {
  const { page } = coffer
  const { password } = await createVault(coffer, join(vaults, 'Mara.coffer'))
  await page.getByRole('button', { name: /^New login/ }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill(ODD)
  await page.getByRole('textbox', { name: 'Username', exact: true }).fill(`${ODD}@example.org`)
  await page.getByRole('button', { name: 'Done' }).click()
  await lock(page)
  await unlock(page, password)
  await page.getByRole('combobox', { name: 'Search' }).fill('שלום')
  await page.getByRole('row').first().click()
  await expect(page.locator('[data-pane="detail"]').getByRole('heading', { level: 1 })).toHaveText(ODD)
  expect(await page.locator('[data-pane="detail"]').innerText()).toContain(`${ODD}@example.org`)
  expect(await outOfReach(page)).toEqual([])
})

test('a title of more than 10,000 characters is refused in a sentence; a shorter one leaves everything in reach', async ({
  coffer,
  vaults
}) => {
  const { page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await page.getByRole('button', { name: /^New login/ }).click()
  await page.getByRole('textbox', { name: 'Title' }).fill('w'.repeat(10_001))
  await expect(page.getByRole('alert')).toContainText('That title is too long: at most 10,000 characters.')
  await page.getByRole('textbox', { name: 'Title' }).fill('w'.repeat(10_000))
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('row')).toHaveCount(1)
  await page.getByRole('row').click()
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible()
  expect(await outOfReach(page)).toEqual([])
})

test('an item with 5,000 tags is shown, and one more is refused in a sentence', async ({ coffer, vaults }) => {
  test.setTimeout(120_000)
  const { app, page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  const tags = Array.from({ length: 5000 }, (_, place) => `Tag ${String(place).padStart(4, '0')}`)
  await addLogins(page, [{ title: 'Tagged', username: 'mara', tags }])
  await page.getByRole('row', { name: /Tagged/ }).click()
  await expect(page.getByRole('heading', { name: 'Tagged', level: 1 })).toBeVisible()
  const began = Date.now()
  await page.getByRole('combobox', { name: 'Search' }).fill('nothing of this name')
  await expect(page.getByRole('row')).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Search' }).fill('')
  await expect(page.getByRole('row')).toHaveCount(1)
  // Generous: a page that is stuck in 5,000 chips takes minutes.
  expect(Date.now() - began).toBeLessThan(10_000)
  await page.getByRole('row', { name: /Tagged/ }).click()
  await chooseMenu(app, 'edit')
  await page.getByRole('textbox', { name: 'Title' }).waitFor()
  await page.getByPlaceholder('Add…').fill('One too many')
  await page.getByPlaceholder('Add…').press('Enter')
  await expect(page.getByRole('alert')).toContainText('too many tags for one item: at most 5,000')
})

const isRoot = process.getuid?.() === 0
const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=64k none /mnt']).status === 0

test('a disk that is read-only is named in a sentence, and what it holds can still be read', async () => {
  test.skip(!canMount, 'needs a system on which a user may mount a small disk (unshare -rm)')
  await withFolder(async (folder) => {
    await mkdir(join(folder, 'disk'))
    const main = `node ${join(import.meta.dirname, '../out/cli/main.js')}`
    const script = `mount -t tmpfs -o size=1m none disk && cd disk
      coffer() { echo '${PASSWORD}' | ${main} "$@" 2>&1; echo "exit $?"; }
      coffer create my.coffer ${CHEAP_KDF.join(' ')} >/dev/null
      coffer add my.coffer --type note --title Before --note one
      mount -o remount,ro . ; cd . 
      coffer add my.coffer --type note --title Refused --note two
      coffer list my.coffer`
    const env = { ...process.env, COFFER_APP_FOLDER: join(folder, 'app') }
    const { stdout } = spawnSync('unshare', ['-rm', 'sh', '-c', script], { cwd: folder, env, encoding: 'utf8' })
    expect(stdout).toContain('This place cannot be written to; nothing was changed.')
    expect(stdout.split('nothing was changed.').at(-1)).toContain('Before')
    expect(stdout).not.toContain('Added Refused')
  })
})

test('a folder that may not be written to is named in a sentence', async () => {
  test.skip(isRoot, 'the administrator may write everywhere')
  await withFolder(async (folder) => {
    const closed = join(folder, 'closed')
    await mkdir(closed, { mode: 0o500 })
    const made = await cli(folder, ['create', join(closed, 'my.coffer'), ...CHEAP_KDF], [PASSWORD])
    expect(made.err).toContain('Coffer may not read or write there; nothing was changed.')
  })
})

type Stop = readonly [name: string, go: (page: Page) => Promise<unknown>]

const side = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('heading', { name, level: 1 }).filter({ visible: true }).waitFor()
}

/** The main screens, each from any other. */
const STOPS: readonly Stop[] = [
  ['health', side('Health')],
  ['generator', side('Generator')],
  ['time machine', side('Time machine')],
  ['backups', side('Backups')],
  ['settings', side('Settings')],
  ['keys', (page) => page.keyboard.press('F1').then(() => page.getByRole('dialog').waitFor())],
  ['palette', (page) => page.keyboard.press('Control+k').then(() => page.getByRole('option').first().waitFor())]
]

for (const width of [1000, 1240]) {
  test(`at 200 % in a window of ${width} by 680 every control can be reached`, async ({ coffer, vaults }) => {
    test.setTimeout(120_000)
    const { app, page } = coffer
    const folder = process.env['COFFER_PICTURES']
    const check = async (name: string): Promise<void> => {
      await atRest(page)
      if (folder !== undefined) await page.screenshot({ path: join(folder, `zoom-${width}-${name}.png`) })
      expect.soft(await outOfReach(page), name).toEqual([])
    }
    // What zoom leaves of the window, in the pixels that the page lays itself out in.
    await page.setViewportSize({ width: width / 2, height: 340 })
    await page.getByRole('button', { name: 'Choose a place…' }).waitFor()
    await check('first run')
    const { password } = await firstRun(coffer, join(vaults, 'Mara.coffer'))
    await page
      .getByRole('button', { name: /^New login/ })
      .filter({ visible: true })
      .waitFor()
    await check('empty')
    await addLogins(page, [{ title: 'GitHub', username: 'mara', password: 'hunter2', url: 'https://github.com' }])
    await page.getByRole('row', { name: /GitHub/ }).waitFor()
    await check('list')
    await page.getByRole('row', { name: /GitHub/ }).click()
    await page.getByRole('heading', { name: 'GitHub', level: 1 }).waitFor()
    await check('item')
    await chooseMenu(app, 'edit')
    await page.getByRole('textbox', { name: 'Title' }).waitFor()
    await check('editor')
    await page.getByRole('button', { name: 'Done' }).click()
    for (const [name, go] of STOPS) {
      await reachSidebar(page)
      await go(page)
      await check(name)
    }
    await page.keyboard.press('Escape')
    await chooseMenu(app, 'export')
    await page.getByRole('dialog').waitFor()
    await check('export')
    await page.keyboard.press('Escape')
    await chooseMenu(app, 'lock')
    await page.getByRole('textbox', { name: 'Master password' }).waitFor()
    await check('unlock')
    await unlock(page, password)
  })
}

/** Below 640 px one pane shows at a time: the way back is in its bar. */
async function reachSidebar(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  for (const name of ['Back to the list', 'Show the sidebar']) {
    const back = page.getByRole('button', { name, exact: true })
    if (await back.isVisible()) await back.click()
  }
}

/** By their ids in the menu, which no language changes. */
const BY_MENU = ['settings', 'generator', 'timeMachine', 'keys', 'palette', 'import', 'export', 'lock'] as const

test('German, which is longer, fits into a window of 1000 by 680', async ({ coffer, vaults }) => {
  test.setTimeout(120_000)
  const { app, page } = coffer
  const folder = process.env['COFFER_PICTURES']
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await page.evaluate(async () => {
    const settings = await window.coffer.call('app.settings', undefined)
    if (settings.ok) await window.coffer.call('app.changeSettings', { ...settings.value, language: 'de' })
  })
  await addLogins(page, [{ title: 'GitHub', username: 'mara', password: 'hunter2', url: 'https://github.com' }])
  await page.setViewportSize({ width: 1000, height: 680 })
  await page.getByRole('row', { name: /GitHub/ }).click()
  await page.getByRole('button', { name: 'Bearbeiten' }).waitFor()
  expect.soft(await outOfReach(page), 'item').toEqual([])
  for (const id of BY_MENU) {
    await chooseMenu(app, id)
    // What a menu opens differs; each is there within that.
    await page.waitForTimeout(300)
    if (folder !== undefined) await page.screenshot({ path: join(folder, `german-${id}.png`) })
    expect.soft(await outOfReach(page), id).toEqual([])
    expect.soft(await cutOff(page), id).toEqual([])
    await page.keyboard.press('Escape')
  }
})

/** Words on controls that do not fit and are cut off. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, label, h1, h2, h3')]
      .filter((element) => element.checkVisibility() && element.textContent.trim() !== '')
      .filter((element) => element.querySelector('input, svg') === null)
      .filter(({ scrollWidth, clientWidth }) => clientWidth > 2 && scrollWidth > clientWidth + 1)
      .map((element) => element.textContent.slice(0, 60))
  )

/** Elements that would move or fade, with how long. */
const moving = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(element)
      const lasts = transitionDuration.split(', ').some((time) => Number.parseFloat(time) > 0)
      const plays = animationName !== 'none' && Number.parseFloat(animationDuration) > 0
      return lasts || plays ? [`${element.tagName} ${element.className} ${transitionDuration}`] : []
    })
  )

test('nothing moves where the system asks for less motion', async ({ coffer, vaults }) => {
  const { app, page } = coffer
  await createVault(coffer, join(vaults, 'Mara.coffer'))
  await addLogins(page, [{ title: 'GitHub', username: 'mara', password: 'hunter2' }])
  await page.getByRole('row', { name: /GitHub/ }).click()
  expect((await moving(page)).length).toBeGreaterThan(0)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  expect(await moving(page)).toEqual([])
  await chooseMenu(app, 'trash')
  await expect(page.getByRole('status').getByText(/in the trash/)).toBeAttached()
  expect(await moving(page)).toEqual([])
  for (const id of ['settings', 'generator', 'keys']) {
    await chooseMenu(app, id)
    await page.waitForTimeout(200)
    expect(await moving(page), id).toEqual([])
    expect(await page.evaluate(() => document.getAnimations().length), id).toBe(0)
    await page.keyboard.press('Escape')
  }
})
