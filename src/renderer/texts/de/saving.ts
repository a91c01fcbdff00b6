import type { SavingTexts } from '../en/saving.ts'

export const saving: SavingTexts = {
  unsaved: (count) =>
    count === 1
      ? 'Eine Änderung ist noch nicht auf dem Datenträger. '
      : `${count} Änderungen sind noch nicht auf dem Datenträger. `,
  unsavedText: 'Bis dahin hier aufgehoben: Neu gesichert oder woanders hingeschrieben geht nichts verloren.',
  unsavedFiles: (count) =>
    count === 1
      ? 'Bitte die Datei zum Anhängen an ihrem Ort lassen: Sie wird von dort noch einmal gelesen.'
      : 'Bitte die Dateien zum Anhängen an ihrem Ort lassen: Sie werden von dort noch einmal gelesen.',
  attaching: 'Hängt an, was nicht gesichert war',
  retry: 'Noch einmal',
  elsewhere: 'Kopie woanders speichern …',
  copied: (name, items) =>
    `${name} enthält alles, auch was hier nicht gesichert ist: ${items === 1 ? '1 Eintrag' : `${items} Einträge`}, zurückgelesen und geprüft`,
  copying: 'Die Kopie wird geschrieben und zurückgelesen',
  savedAgain: 'Alles ist gesichert',
  foldedIn: 'Ein anderes Programm hat die Tresordatei geändert. Seine und Ihre Änderungen sind beide hier.',
  trouble: {
    NOT_FOUND:
      'Die Tresordatei liegt nicht mehr an ihrem Platz. Legen Sie sie zurück oder schließen Sie den Datenträger wieder an; bis dahin lässt sich nichts sichern.',
    REKEYED_ELSEWHERE:
      'Das Hauptpasswort dieses Tresors wurde anderswo geändert, und die neue Datei liegt an seinem Platz. Sperren Sie und entsperren Sie mit dem neuen Passwort; was noch nicht gesichert ist, bleibt in einer Kopie.',
    FILE_CHANGED_ON_DISK: 'An der Stelle dieses Tresors liegt ein anderer. Er wird nicht überschrieben.',
    other: 'Was an der Stelle der Tresordatei liegt, lässt sich nicht lesen. Es wird nicht überschrieben.'
  }
}
