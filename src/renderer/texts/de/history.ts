import type { HistoryTexts } from '../en/history.ts'

export const history: HistoryTexts = {
  open: (label, versions) => (versions === 1 ? `${label}: 1 ältere Fassung` : `${label}: ${versions} ältere Fassungen`),
  title: (label) => `${label}: ältere Fassungen`,
  older: 'Ältere Fassungen',
  olderOf: (label) => `Ältere Fassung von ${label}`,
  back: (steps) => `−${steps}`,
  now: 'Jetzt',
  reveal: 'Beide zeigen',
  hide: 'Verbergen',
  copy: 'Die ältere kopieren',
  restore: 'Wiederherstellen',
  restored: (title, label) => [title, `: ältere Fassung von ${label} gilt wieder`],
  copied: (what, time) => `${what} kopiert, wird gelöscht in ${time}`
}
