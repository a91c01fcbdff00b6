import type { DamagedTexts } from '../en/damaged.ts'

export const damaged: DamagedTexts = {
  heading: 'Diese Datei ist beschädigt',
  unreadable: 'lässt sich nicht bis zum Ende lesen.',
  unreadableAt: (offset) => `lässt sich bei Byte ${offset} nicht lesen.`,
  untouched: 'In der Datei wurde nichts geändert, und es wird nichts in sie geschrieben.',
  backups: 'Geprüfte Sicherungen',
  noBackups: 'Neben dieser Datei liegt keine geprüfte Sicherung. Eine exportierte lässt sich trotzdem öffnen.',
  restore: 'Zurückholen …',
  otherBackup: 'Andere Sicherungsdatei …',
  salvageHeading: 'Oder retten, was zu lesen ist',
  salvageText:
    'Schreibt eine neue Datei mit allem, was echt ist, und zählt, was verloren ist. Die beschädigte Datei bleibt, wie sie ist.',
  salvage: 'Retten …',
  salvageTitle: 'Retten, was zu lesen ist',
  salvageAsk: 'Das Hauptpasswort des beschädigten Tresors öffnet, was von ihm übrig ist.',
  salvaging: 'Was übrig ist, wird gelesen',
  salvaged: (items) => (items === 1 ? 'Ein Eintrag wurde gerettet' : `${items} Einträge wurden gerettet`),
  nothingLost: 'Von dem, was die Datei noch enthielt, ging nichts verloren.',
  lost: (frames, bytes) =>
    frames === 1
      ? `Ein Teil der Datei ist verloren (${bytes}).`
      : `${frames} Teile der Datei sind verloren (${bytes}).`,
  unread: (bytes) =>
    `Die letzten ${bytes} der Datei wurden nicht durchgesehen: Sie beginnen mit mehr Nullen, als ein Tresor je enthält.`,
  missingSince: (when) =>
    `Er ist älter als der Stand, den dieser Computer zuletzt gesehen hat: Änderungen seit ${when} sind nicht darin.`,
  writtenTo: (name, folder) => `Geschrieben als ${name} in ${folder}.`,
  openSalvaged: 'Geretteten Tresor öffnen',
  back: 'Zurück zum Entsperren'
}
