import type { TimeMachineTexts } from '../en/time-machine.ts'

export const timeMachine: TimeMachineTexts = {
  title: 'Zeitmaschine',
  backups: (count) => (count === 1 ? '1 Sicherung' : `${count} Sicherungen`),
  allVerified: (count) => (count === 1 ? '1 Sicherung, geprüft' : `${count} Sicherungen, alle geprüft`),
  openOther: 'Andere Sicherung öffnen …',
  today: 'Heute',
  week: 'Diese Woche',
  twoWeeks: 'Letzte zwei Wochen',
  older: 'Früher',
  items: (count) => (count === 1 ? '1 Eintrag' : `${count} Einträge`),
  none: 'Es gibt noch keine Sicherung. Die erste kommt von selbst, oder jetzt auf der Seite Sicherungen.',
  choose: 'Wählen Sie eine Sicherung, um zu sehen, was damals anders war.',
  opening: 'Die Sicherung wird geöffnet und verglichen',
  readOnly: 'Nur lesen',
  verified: (when) => `Geprüft ${when}.`,
  summary: (changed, fresh, trashed, gone) =>
    [
      changed === 0 ? null : `${changed} geändert`,
      fresh === 0 ? null : `${fresh} neu seitdem`,
      trashed === 0 ? null : `${trashed} im Papierkorb`,
      gone === 0 ? null : `${gone} endgültig gelöscht`
    ]
      .filter((part) => part !== null)
      .join(', '),
  compared: (summary) => `Verglichen mit jetzt: ${summary}.`,
  same: 'Jetzt ist nichts anders.',
  differences: 'Unterschiede',
  is: { changed: 'Geändert', trashed: 'Papierkorb', new: 'Neu', gone: 'Gelöscht' },
  field: 'Feld',
  asThen: 'Damals',
  asNow: 'Jetzt',
  restoreField: (label) => `${label} wiederherstellen`,
  restore: 'Wiederherstellen',
  restoreItem: 'Diesen Eintrag wiederherstellen',
  historyKept: 'Was jetzt da ist, kommt in seinen Verlauf.',
  comesNew: 'Er wurde seitdem endgültig gelöscht: Er kommt als neuer Eintrag zurück.',
  newSince: 'Diesen Eintrag gab es damals nicht.',
  restoreAll: 'Alles wiederherstellen …',
  restoreAllTitle: (when) => `Alles wie ${when} wiederherstellen?`,
  restoreAllText:
    'Zuerst wird eine Sicherung von jetzt gemacht. Dann wird jeder Eintrag, wie er war; was seitdem neu ist, kommt in den Papierkorb. Das ist ein Schritt, der sich zurücknehmen lässt.',
  restoreAllAction: 'Alles wiederherstellen',
  restoring: 'Eine Sicherung von jetzt wird gemacht, dann wiederhergestellt',
  restored: (title) => `${title} ist wieder wie damals`,
  restoredAll: 'Alles ist wieder wie damals',
  undo: 'Zurücknehmen',
  takenBack: 'Zurückgenommen',
  passwordTitle: 'Diese Sicherung hat ein anderes Passwort',
  passwordText:
    'Sie ist von vor der Änderung des Hauptpassworts. Geben Sie das von damals ein; die Sicherung wird nur gelesen.',
  open: 'Öffnen',
  back: 'Zurück zu den Sicherungen'
}
