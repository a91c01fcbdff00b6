import type { ShareTexts } from '../en/share.ts'

export const share: ShareTexts = {
  action: 'Teilen …',
  title: (item) => `${item} teilen`,
  lead: 'Versiegelt für eine Person: als Text für Chat oder Mail, oder als kleine Datei. Ältere Werte, Tags und Markierungen bleiben hier.',
  what: 'Was mitgeht',
  files: (count) => (count === 1 ? '1 Datei' : `${count} Dateien`),
  nothing: 'Wählen Sie mindestens ein Feld.',
  to: 'Wer es öffnen kann',
  toKey: 'Wer den Schlüssel hat',
  toPassphrase: 'Wer eine Passphrase kennt',
  otherKey: 'Ein anderer age-Schlüssel (age1…)',
  noPeople:
    'Noch sind keine Schlüssel anderer da. Fügen Sie ihn hier ein; behalten lässt er sich unter Einstellungen, Teilen.',
  passphrase: 'Passphrase',
  passphraseHint: 'Sagen Sie sie auf einem anderen Weg weiter: nicht im selben Chat.',
  asText: 'Als Text kopieren',
  asFile: 'Als Datei speichern …',
  copied: 'Der versiegelte Eintrag ist in der Zwischenablage',
  written: (name) => `Der versiegelte Eintrag ist in ${name}`,
  receiveHint: 'Empfangen wird er mit „Importieren“.',
  keysTitle: 'Schlüssel zum Teilen',
  mine: 'Der Schlüssel dieses Tresors',
  mineText:
    'Für alle, die mit Ihnen teilen möchten. Er öffnet nichts: Nur dieser Tresor öffnet, was mit ihm versiegelt ist.',
  copyMine: 'Meinen Schlüssel kopieren',
  mineCopied: 'Ihr Schlüssel ist in der Zwischenablage',
  words: 'Seine Wörter',
  wordsText: 'Lesen Sie sie einander vor. Gleiche Wörter: gleicher Schlüssel.',
  people: 'Schlüssel anderer',
  nobody: 'Noch keine Schlüssel.',
  remove: (name) => `${name} entfernen`,
  name: 'Name',
  key: 'Ihr age-Schlüssel (age1…)',
  keep: 'Schlüssel behalten',
  paste: 'Geteiltes einfügen',
  settings: {
    title: 'Teilen',
    name: 'Schlüssel zum Teilen',
    why: 'Ihr eigener für andere und die der anderen, jeder mit acht Wörtern, an denen Sie erkennen, dass niemand einen anderen untergeschoben hat.',
    action: 'Schlüssel zeigen …'
  }
}
