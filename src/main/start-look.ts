import { Menu, nativeTheme } from 'electron'
import type { MenuCommand } from '../shared/events.ts'
import type { Settings } from '../shared/settings.ts'
import type { Desk } from './desk.ts'
import { menuTemplate } from './menu.ts'
import type { VaultSide } from './start-vault.ts'

/** Theme and menu follow the settings; the returned function is for when these change. */
export function startLook({ settings, texts, page }: Desk, { askToLock }: VaultSide): (changed: Settings) => void {
  const run = (command: MenuCommand): void => {
    if (command === 'lock') return void askToLock.ask()
    page.tell('menu.command', { command })
  }
  const apply = ({ theme }: Settings): void => {
    nativeTheme.themeSource = theme
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(texts().menu, run)))
  }
  apply(settings())
  return apply
}
