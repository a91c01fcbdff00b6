import type { SettingsTexts } from '../en/settings.ts'

export const settings: SettingsTexts = {
  title: 'Einstellungen',
  search: 'Einstellungen suchen',
  sections: 'Abschnitte',
  nothing: (text) => `Keine Einstellung passt zu „${text}“`,
  notSaved: 'Die Einstellung ließ sich nicht sichern.',
  back: 'Zurück zu den Einstellungen',
  locking: {
    title: 'Sperren',
    idle: 'Sperren, wenn nichts geschieht',
    idleWhy:
      'Zehn Minuten: lang genug für eine Seite, kurz genug für einen Kaffee. Es zählt, was am ganzen Computer geschieht.',
    minutes: (count) => (count === 1 ? '1 Minute' : `${count} Minuten`),
    never: 'Nie',
    always: 'Sperren mit dem Bildschirm und im Ruhezustand',
    alwaysWhy:
      'Immer an: Wer den Computer weckt, findet den Tresor gesperrt. 30 Sekunden vor dem Sperren steht es leise da.',
    on: 'Immer an'
  },
  clipboard: {
    title: 'Zwischenablage',
    clear: 'Kopiertes Geheimnis löschen nach',
    clearWhy: 'Nur, wenn es noch das kopierte ist. Auch beim Sperren und beim Beenden.',
    seconds: (count) => `${count} Sekunden`,
    history: 'Aus dem Verlauf heraushalten',
    historyWhy: 'Immer an: bittet das System, Kopien nicht zu merken und nicht auf andere Geräte zu bringen.'
  },
  password: {
    title: 'Hauptpasswort',
    change: 'Hauptpasswort ändern',
    changeWhy:
      'Gibt dem Tresor einen neuen Schlüssel. Die Wiederherstellungswörter werden neu gemacht oder, einmal getippt, behalten.',
    action: 'Ändern …',
    cost: 'Kosten eines Versuchs',
    costWhy: (kdf) => `Argon2id, ${kdf}. Jeder Versuch eines Diebs kostet so viel wie hier das Entsperren.`
  },
  backups: {
    title: 'Sicherungen',
    automatic: 'Automatische Sicherungen',
    automaticWhy:
      'Von selbst gemacht und geprüft, in einem Ordner neben dem Tresor: die neuesten 10, eine je Tag für 14 Tage, eine je Woche für 8 Wochen.',
    action: 'Sicherungen zeigen'
  },
  look: {
    title: 'Aussehen',
    theme: 'Farben',
    themeWhy: 'Wie das System, wenn Sie nichts anderes wollen.',
    themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
    density: 'Dichte',
    densityWhy: 'Eng zeigt anderthalbmal so viele Zeilen.',
    densities: { comfortable: 'Bequem', compact: 'Eng' }
  },
  language: {
    title: 'Sprache',
    language: 'Sprache',
    languageWhy: 'Dieses Fensters und der Menüs. Wortlisten wählt man im Generator.',
    languages: { system: 'System', en: 'English', de: 'Deutsch' }
  },
  network: {
    title: 'Netz'
  },
  compact: {
    name: 'Tresordatei verdichten',
    why: 'Schreibt sie neu ohne das, was überholt ist; Einträge und ihr Verlauf bleiben. Von selbst geschieht es, wenn die Datei sich verdoppelt hat.',
    action: 'Jetzt verdichten',
    done: (before, after) => `Verdichtet von ${before} auf ${after}`
  },
  about: {
    title: 'Über Coffer',
    coffer: 'Coffer',
    cofferWhy: 'Ein Passwortmanager, der eine Datei auf Ihrem Computer ist. Quelloffen, MIT-Lizenz.',
    vault: 'Dieser Tresor',
    formatWhy: 'Das Dateiformat steht Byte für Byte in docs/FORMAT.md, damit auch andere es lesen können.'
  }
}
