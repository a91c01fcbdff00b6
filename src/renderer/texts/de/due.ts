import type { DueTexts } from '../en/due.ts'

export const due: DueTexts = {
  filter: 'Bald fällig',
  empty: 'In den nächsten 30 Tagen läuft nichts ab und ist nichts zu ändern.',
  expires: (when) => `Läuft ab ${when}`,
  expired: (when) => `Abgelaufen ${when}`,
  rotate: (when) => `Ändern ${when}`,
  rotateNow: 'Wechsel fällig',
  remind: 'Vor dem Ablauf erinnern',
  every: (days) => `Alle ${days} Tage ändern`,
  never: 'Nie an das Ändern erinnern',
  everyHint: (days) => `alle ${days} Tage`
}
