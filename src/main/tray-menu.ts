import type { MenuItemConstructorOptions } from 'electron'
import type { MainTexts } from './texts/en.ts'

export type TrayCommand = 'open' | 'lock' | 'passphrase' | 'quit'

/** Anybody who passes by can open this menu: it names neither the vault nor anything in it. */
export function trayTemplate(
  labels: MainTexts['tray'],
  isUnlocked: boolean,
  run: (command: TrayCommand) => void
): MenuItemConstructorOptions[] {
  const item = (id: TrayCommand): MenuItemConstructorOptions => ({ id, label: labels[id], click: () => run(id) })
  return [item('open'), ...(isUnlocked ? [item('lock')] : []), item('passphrase'), { type: 'separator' }, item('quit')]
}
