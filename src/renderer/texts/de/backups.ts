import type { BackupsTexts } from '../en/backups.ts'

const items = (count: number): string => (count === 1 ? '1 Eintrag' : `${count} Einträge`)

export const backups: BackupsTexts = {
  title: 'Sicherungen',
  automatic: 'Automatische Sicherungen',
  automaticLead:
    'Entstehen nebenbei, in einem Ordner neben dem Tresor, und zählen erst, wenn sie ganz zurückgelesen sind.',
  none: 'Noch gibt es keine. Die erste kommt mit den ersten Änderungen von selbst.',
  makeNow: 'Jetzt sichern',
  making: 'Eine Sicherung wird geschrieben und zurückgelesen',
  made: 'Eine Sicherung wurde gemacht und geprüft',
  items,
  verified: (when) => `geprüft ${when}`,
  notVerified: 'noch nicht geprüft',
  check: 'Prüfen',
  checkOf: (when) => `Sicherung von ${when} prüfen`,
  restore: 'Zurückholen …',
  restoreOf: (when) => `Sicherung von ${when} zurückholen`,
  exportTitle: 'Verschlüsselte Sicherung exportieren',
  exportText: 'Eine eigene Tresordatei für einen anderen Datenträger oder Ort, mit Prüfsumme und Signatur daneben.',
  export: 'Exportieren …',
  exporting: 'Die Sicherung wird geschrieben und zurückgelesen',
  exportAsk: 'Auch eine feindliche Seite könnte das verlangen, darum wird noch einmal nach dem Hauptpasswort gefragt.',
  ownPassword: 'Ein eigenes Passwort für die Sicherung',
  ownPasswordText: 'Für eine Kopie, die Sie weggeben. Sonst öffnet sie das Hauptpasswort.',
  backupPassword: 'Passwort der Sicherung',
  exported: 'Die Sicherung ist geschrieben',
  exportedTo: (name, folder) => `${name} in ${folder}`,
  exportedItems: (count) => `${items(count)}, zurückgelesen und geprüft`,
  exportFiles: (name) =>
    `Daneben liegen ${name}.sha256, die Prüfsumme, und ${name}.minisig, eine Signatur, die minisign prüfen kann.`,
  exportPhrase: 'Diese Sicherung hat eigene Wiederherstellungswörter',
  exportPhraseText: 'Schreiben Sie sie auf wie beim Tresor. Sie werden nur jetzt gezeigt.',
  otherTitle: 'Eine Sicherung von anderswo',
  otherText: 'Eine exportierte Sicherungsdatei prüfen oder zurückholen.',
  otherFile: 'Datei wählen …',
  checkTitle: 'Sicherung prüfen',
  checkText: 'Öffnet sie, liest jedes Byte und vergleicht Prüfsumme und Signatur. Es wird nichts geändert.',
  checking: 'Die Sicherung wird bis zum letzten Byte gelesen',
  password: 'Passwort der Sicherung',
  passwordHint: 'Bei einer von selbst gemachten das Hauptpasswort von damals.',
  checked: (count) => `Diese Sicherung ist ganz: ${items(count)}`,
  checkedName: (name, when) => (when === null ? `„${name}“` : `„${name}“, zuletzt geändert ${when}`),
  restoreTitle: 'Sicherung zurückholen',
  restoreText:
    'Die Sicherung wird der Tresor. Der jetzige geht nicht verloren: Er bleibt unter anderem Namen daneben liegen.',
  restoring: 'Die Sicherung wird geprüft und an ihren Platz gebracht',
  restoreAction: 'Zurückholen',
  restored: 'Die Sicherung ist an ihrem Platz',
  missingSince: (when) => `Änderungen seit ${when} sind nicht darin.`,
  keptAs: (name) => `Der Tresor von vorher liegt als ${name} daneben.`
}
