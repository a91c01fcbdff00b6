import type { ShellTexts } from '../en/shell.ts'

export const shell: ShellTexts = {
  vault: 'Tresor',
  allItems: 'Alle Einträge',
  favorites: 'Favoriten',
  types: 'Arten',
  tags: 'Tags',
  generator: 'Generator',
  backups: 'Sicherungen',
  trash: 'Papierkorb',
  settings: 'Einstellungen',
  lock: 'Sperren',
  openOther: 'Anderen Tresor öffnen …',
  newVault: 'Neuer Tresor …',
  switchVault: (name) => `Tresor ${name}: wechseln`,
  openTag: (tag) => `Zeigen, was in ${tag} ist`,
  closeTag: (tag) => `Verbergen, was in ${tag} ist`,
  showSidebar: 'Seitenleiste zeigen',
  backToList: 'Zurück zur Liste',
  retry: 'Noch einmal',
  clearNow: 'Jetzt leeren',
  undo: 'Rückgängig',
  copied: (title, what) => [title, `: ${what} kopiert, wird gelöscht in `],
  untitled: 'Ohne Titel',
  what: { username: 'Benutzername', password: 'Passwort', code: 'Einmalcode', url: 'Webadresse' },
  nothingToCopy: {
    username: 'Dieser Eintrag hat keinen Benutzernamen.',
    password: 'Dieser Eintrag hat kein Passwort.',
    code: 'Dieser Eintrag hat keinen Einmalcode.',
    url: 'Dieser Eintrag hat keine Webadresse.'
  },
  trashed: (title) => [title, ' liegt im Papierkorb'],
  restored: (title) => [title, ' ist zurück aus dem Papierkorb'],
  duplicated: (title) => [title, ' ist eine eigene Kopie'],
  purged: (title) => [title, ' ist endgültig gelöscht'],
  purge: {
    title: (title) => `„${title}“ endgültig löschen?`,
    text: 'Der Eintrag verlässt den Papierkorb samt Verlauf für immer. Frühere Sicherungen enthalten ihn noch.',
    action: (title) => `„${title}“ löschen`,
    short: 'Endgültig löschen'
  },
  lockSoon: (seconds) => `Sperrt in ${seconds} s`,
  stay: 'Jede Taste hält den Tresor offen.',
  draftBack: 'Was Sie gerade schrieben, ist wieder da.'
}
