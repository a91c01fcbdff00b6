import type { UiTexts } from '../en/ui.ts'

export const ui: UiTexts = {
  concealed: 'verdeckt',
  reveal: (name) => `${name} zeigen`,
  hide: (name) => `${name} verdecken`,
  seconds: (seconds) => `${seconds} s`,
  fewer: (name) => `${name}: weniger`,
  more: (name) => `${name}: mehr`,
  removeTag: (tag) => `Tag ${tag} entfernen`,
  cancel: 'Abbrechen',
  close: 'Schließen',
  messages: 'Meldungen',
  strength: { 1: 'Schwach', 2: 'Mäßig', 3: 'Stark', 4: 'Ausgezeichnet' },
  keys: { Ctrl: 'Strg', Shift: 'Umschalt', Del: 'Entf', Enter: '↵', Up: '↑', Down: '↓', Plus: '+' }
}
