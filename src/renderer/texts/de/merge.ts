import type { MergeTexts } from '../en/merge.ts'

const entries = (count: number): string => (count === 1 ? '1 Eintrag' : `${count} Einträgen`)
const fields = (count: number): string => (count === 1 ? '1 Feld' : `${count} Felder`)

export const merge: MergeTexts = {
  title: 'Zwei Kopien treffen sich',
  choose: 'Andere Kopie öffnen …',
  none: 'Es ist keine Kopie offen',
  noneText:
    'Eine andere Kopie dieses Tresors, von einem zweiten Rechner oder aus einem Sync-Ordner, lässt sich Feld für Feld mit ihm zusammenführen.',
  found: (name) => `Neben diesem Tresor liegt eine andere Kopie von ihm: ${name}.`,
  foundMore: (name, more) =>
    `Neben diesem Tresor liegen andere Kopien von ihm: ${name} und ${more === 1 ? 'noch eine' : `${more} weitere`}.`,
  review: 'Ansehen …',
  foundTitle: 'Neben diesem Tresor gefunden',
  changedAt: (when) => `geändert ${when}`,
  opening: 'Die Kopie wird gelesen und verglichen',
  merging: 'Wird zusammengeführt',
  passwordTitle: 'Diese Kopie hat ein anderes Passwort',
  passwordText:
    'Das Hauptpasswort wurde auf einer Seite geändert. Geben Sie das ein, das zu der Kopie gehört; noch wird nichts geändert.',
  open: 'Öffnen',
  notNow: 'Nicht jetzt',
  merge: 'Zusammenführen',
  lead: (conflicts, together) =>
    conflicts === 0
      ? `${together === 0 ? 'Die Unterschiede gehen' : `${fields(together)}, die sich unterscheiden, gehen`} ohne Rückfrage zusammen. Nichts geht verloren: Ältere Werte bleiben im Verlauf.`
      : `${together === 0 ? '' : `${fields(together)} gehen ohne Rückfrage zusammen. `}${conflicts === 1 ? 'Ein Feld wurde' : `${conflicts} Felder wurden`} auf beiden Seiten geändert: Das spätere gilt, das andere bleibt im Verlauf. Wählen Sie anders, wo Sie es besser wissen.`,
  nothing: 'In dieser Kopie ist nichts, was nicht auch hier ist.',
  takesKeys:
    'Das Hauptpasswort der Kopie wurde später geändert. Nach dem Zusammenführen öffnet jenes diesen Tresor und das jetzige nicht mehr.',
  here: 'Dieser Rechner',
  there: 'Die Kopie',
  vault: 'Der Tresor selbst',
  later: (when) => `${when}, später`,
  never: 'nicht gesetzt',
  empty: 'leer',
  yes: 'ja',
  take: (when) => `Den Wert von ${when} nehmen`,
  both: 'Beide behalten, untereinander',
  reveal: 'Zeigen',
  hide: 'Verbergen',
  own: {
    title: 'Titel',
    type: 'Art',
    favorite: 'Favorit',
    trashedAt: 'Papierkorb',
    name: 'Name'
  },
  tag: (name) => `Schlagwort ${name}`,
  inTrash: 'im Papierkorb',
  together: 'Wird ohne Frage zusammengeführt',
  added: (count) => (count === 1 ? '1 neuer Eintrag' : `${count} neue Einträge`),
  changed: (count) => (count === 1 ? '1 geändertes Feld' : `${count} geänderte Felder`),
  inItems: (count) => `in ${entries(count)}`,
  fromBoth: (here, there) => `${here} von hier, ${there} von dort`,
  fromThere: 'aus der Kopie',
  trashed: (count) => `${count} im Papierkorb`,
  restorable: 'lassen sich von dort zurückholen',
  purged: (count) => `${count} endgültig gelöscht`,
  kept: (count) => `${count} auf einer Seite gelöscht und auf der anderen geändert`,
  keptAs: 'bleiben als neue Einträge',
  andMore: (count) => `und ${count} weitere`,
  merged: (added, changed) =>
    `Zusammengeführt: ${added === 1 ? '1 neuer Eintrag' : `${added} neue Einträge`}, ${changed === 1 ? '1 geändert' : `${changed} geändert`}`,
  undo: 'Zurücknehmen',
  takenBack: 'Das Zusammenführen ist zurückgenommen'
}
