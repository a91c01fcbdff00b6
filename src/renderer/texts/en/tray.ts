export const tray = {
  name: 'Keep Coffer in the tray when its window is closed',
  why: 'Off: closing the window quits. On: it leaves an icon in the tray (the menu bar of a Mac) and locks at once, since a closed window looks like a closed vault. Where no icon shows, start Coffer again to bring the window back.'
}

export type TrayTexts = typeof tray
