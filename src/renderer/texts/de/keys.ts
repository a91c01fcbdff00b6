import type { KeysTexts } from '../en/keys.ts'

export const keys: KeysTexts = {
  title: 'Tasten',
  everywhere: 'Überall',
  item: 'Der gewählte Eintrag',
  search: 'In der Suche',
  command: {
    search: 'Suchen',
    new: 'Neuer Eintrag',
    edit: 'Bearbeiten',
    save: 'Speichern',
    duplicate: 'Duplizieren',
    trash: 'In den Papierkorb',
    copyUsername: 'Benutzernamen kopieren',
    copyPassword: 'Passwort kopieren',
    copyCode: 'Einmalcode kopieren',
    copyUrl: 'Webadresse kopieren',
    openUrl: 'Webadresse öffnen',
    generator: 'Generator',
    reroll: 'Neu würfeln',
    openCopy: 'Andere Kopie öffnen …',
    timeMachine: 'Zeitmaschine',
    palette: 'Befehle',
    lock: 'Sperren',
    settings: 'Einstellungen',
    keys: 'Tasten',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    import: 'Importieren',
    export: 'Exportieren',
    share: 'Teilen'
  },
  quit: 'Beenden',
  arrows: 'In der Liste bewegen',
  enter: 'Passwort kopieren',
  escape: 'Suche leeren, dann Eintrag loslassen',
  typing: 'Tippen sucht, wo immer Sie sind.'
}
