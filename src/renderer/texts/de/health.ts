import type { HealthTexts } from '../en/health.ts'

export const health: HealthTexts = {
  title: 'Zustand',
  computed:
    'Hier berechnet, ohne einen verborgenen Wert zu öffnen; nur ein Abgleich mit Lecks öffnet Passwörter, wenn Sie ihn beginnen.',
  scoreName: 'Wertung',
  of: 'von 100',
  today: 'Heute',
  trend: (from, to) => `Wertung nach Wochen, ${from} bis ${to}`,
  change: (by, since) =>
    by === 0 ? `Wie am ${since}.` : by > 0 ? `${by} mehr als am ${since}.` : `${-by} weniger als am ${since}.`,
  why: ({ breached, shared, weak }, gain) => {
    if (breached > 0)
      return breached === 1
        ? 'Ein aus Lecks bekanntes Passwort kostet am meisten.'
        : `${breached} aus Lecks bekannte Passwörter kosten am meisten.`
    if (shared > 0) {
      const first = gain > 0 ? ` Eigene statt des ersten bringen ${gain} Punkte.` : ''
      return `${shared === 1 ? 'Ein geteiltes Passwort kostet' : `${shared} geteilte Passwörter kosten`} am meisten.${first}`
    }
    if (weak > 0)
      return weak === 1 ? 'Ein schwaches Passwort kostet am meisten.' : `${weak} schwache Passwörter kosten am meisten.`
    return 'Kein Passwort ist schwach oder geteilt.'
  },
  nothing: 'Nichts zu verbessern',
  nothingText: 'Jedes Passwort ist stark, jung und nur einmal verwendet.',
  shared: 'Geteilte Passwörter',
  sharedBy: (items) => `${items} Einträge`,
  more: (items) => `${items} weitere`,
  kind: {
    breached: 'In bekannten Lecks',
    weak: 'Schwach',
    noCode: 'Kein Einmalcode',
    old: 'Alt',
    expiring: 'Läuft ab',
    duplicate: 'Doppelt'
  },
  kindOf: {
    breached: 'bekannt gewordenes Passwort',
    weak: 'schwaches Passwort',
    reused: 'geteiltes Passwort',
    noCode: 'fehlender Einmalcode',
    old: 'altes Passwort',
    expiring: 'Ende der Gültigkeit',
    duplicate: 'doppelter Eintrag'
  },
  bits: (bits) => `${bits} Bit`,
  siteOffersCode: 'Die Website bietet einen an',
  unchanged: (years, since) =>
    years < 1
      ? `Unverändert seit ${since}`
      : years === 1
        ? 'Seit einem Jahr unverändert'
        : `Seit ${years} Jahren unverändert`,
  expires: (days, at) => (days < 0 ? `Seit ${at}` : days === 0 ? 'Heute' : days === 1 ? 'Morgen' : `In ${days} Tagen`),
  same: (items) => `${items} Einträge zum selben Konto`,
  open: 'Öffnen',
  openOf: (title) => `${title} öffnen`,
  merge: 'Zusammenführen',
  merged: (title, items) => [title, ` ist jetzt ein Eintrag aus ${items}; kein Wert ging verloren`],
  ignore: 'Übergehen …',
  ignoreOf: (title) => `${title} übergehen …`,
  ignoreTitle: (what, title) => `Übergehen: ${what}, ${title}`,
  ignoreIt: 'Übergehen',
  reason: 'Grund',
  reasonHint: 'Für Sie, in einem Jahr.',
  ignored: (count) => `${count} übergangen`,
  ignoredSince: (what, since, reason) =>
    reason === '' ? `${what}, seit ${since}` : `${what}, seit ${since}: ${reason}`,
  again: 'Wieder zählen'
}
