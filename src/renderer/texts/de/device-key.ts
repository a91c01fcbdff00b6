import type { DeviceKeyTexts } from '../en/device-key.ts'

export const deviceKey: DeviceKeyTexts = {
  name: 'Geräteschlüssel',
  why: 'Ein zweiter Schlüssel im Schlüsselbund dieses Rechners. Wer die Tresordatei stiehlt, kann das Hauptpasswort nicht einmal zu raten anfangen. Wiederherstellungswörter und Sicherungen brauchen ihn nicht.',
  add: 'Einschalten …',
  replace: 'Ersetzen …',
  print: 'Zum Drucken zeigen …',
  remove: 'Ausschalten …',
  addTitle: 'Einen zweiten Schlüssel im Schlüsselbund aufbewahren',
  addText:
    'Der Tresor öffnet sich dann nur noch, wo dieser Schlüssel ist. Geben Sie die Wiederherstellungswörter noch einmal ein: Geht dieser Rechner verloren, sind sie der Weg hinein.',
  addAction: 'Einschalten',
  replaceTitle: 'Den Geräteschlüssel ersetzen',
  replaceText:
    'Der Tresor bekommt einen neuen Geräteschlüssel, und alles darin wird neu versiegelt. Auf anderen Rechnern wird der neue einmal eingegeben.',
  replaceAction: 'Ersetzen',
  removeTitle: 'Den Geräteschlüssel ausschalten',
  removeText: 'Das Hauptpasswort allein öffnet den Tresor wieder, hier und überall.',
  removeAction: 'Ausschalten',
  printTitle: 'Den Geräteschlüssel zeigen',
  printText: 'Um den Tresor auf einem anderen Rechner zu öffnen. Er ist so viel wert wie der Schlüsselbund von diesem.',
  printAction: 'Zeigen',
  sealing: 'Der Tresor wird mit dem neuen Schlüssel versiegelt',
  noKeychain:
    'Dieser Rechner hat keinen Schlüsselbund, den Coffer nutzen kann, oder er ist gesperrt. Ein zweiter Schlüssel wäre beim nächsten Start verloren; darum wird er nicht angeboten.',
  sheetTitle: 'Der Geräteschlüssel dieses Tresors',
  sheetText:
    'Er liegt im Schlüsselbund dieses Rechners. Drucken Sie ihn, wenn Sie den Tresor auch anderswo öffnen: Dort wird er einmal eingegeben, neben dem Hauptpasswort.',
  sheetUse: 'Ohne das Hauptpasswort öffnet er nichts; bewahren Sie beide getrennt auf.',
  qr: 'Der Geräteschlüssel als QR-Code',
  printSheet: 'Drucken …',
  turnedOff: 'Der Geräteschlüssel ist aus',
  printed: {
    title: (vault) => `Geräteschlüssel für „${vault}“`,
    use: 'Auf einem anderen Rechner: den Tresor dort entsperren und dies eingeben, wenn Coffer nach dem Geräteschlüssel fragt.'
  },
  needed:
    'Dieser Tresor braucht seinen Geräteschlüssel, und der Schlüsselbund dieses Rechners hat ihn nicht. Geben Sie ihn vom Blatt ein.',
  typed: 'Geräteschlüssel'
}
