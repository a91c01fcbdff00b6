import type { PaletteTexts } from '../en/palette.ts'

export const palette: PaletteTexts = {
  title: 'Befehle',
  placeholder: 'Befehl oder Eintrag',
  commands: 'Befehle',
  vault: 'Tresor',
  items: 'Einträge',
  nothing: (text) => `Nichts zu „${text}“`,
  move: 'bewegen',
  run: 'ausführen',
  newOf: (type) => `Neu: ${type}`
}
