import { expect, test } from 'vitest'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { type TrayCommand, trayTemplate } from './tray-menu.ts'

const labels = (isUnlocked: boolean, texts = en.tray) =>
  trayTemplate(texts, isUnlocked, () => {}).flatMap(({ label }) => label ?? [])

test('the tray menu offers to lock only while a vault is unlocked', () => {
  expect(labels(false)).toEqual(['Open Coffer', 'New Passphrase', 'Quit Coffer'])
  expect(labels(true)).toEqual(['Open Coffer', 'Lock Now', 'New Passphrase', 'Quit Coffer'])
})

test('the tray menu speaks German', () => {
  expect(labels(true, de.tray)).toEqual(['Coffer öffnen', 'Jetzt sperren', 'Neue Passphrase', 'Coffer beenden'])
})

test('each item of the tray menu does what it says', () => {
  const done: TrayCommand[] = []
  for (const { click } of trayTemplate(en.tray, true, (command) => void done.push(command)))
    (click as (() => void) | undefined)?.()
  expect(done).toEqual(['open', 'lock', 'passphrase', 'quit'])
})
