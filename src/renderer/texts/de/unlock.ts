import type { LockReason } from '../../../shared/events.ts'
import type { UnlockTexts } from '../en/unlock.ts'

const minutes = (count: number): string => (count === 1 ? 'einer Minute' : `${count} Minuten`)

const lockedBecause = (reason: LockReason, idleMinutes: number): string | null => {
  const sentences: Record<LockReason, string | null> = {
    asked: null,
    quit: null,
    idle: `Nach ${minutes(idleMinutes)} ohne Eingabe gesperrt`,
    suspend: 'Gesperrt, weil der Computer geschlafen hat',
    screen: 'Mit dem Bildschirm gesperrt',
    ended: 'Gesperrt, weil der Teil, der den Tresor hält, zu Ende ging. Alles Gesicherte ist in der Datei.'
  }
  return sentences[reason]
}

export const unlock: UnlockTexts = {
  unlock: 'Entsperren',
  unlocking: 'Der Schlüssel wird abgeleitet',
  lockedBecause,
  otherVaults: 'Andere Tresore',
  openFile: 'Tresordatei öffnen …',
  newVault: 'Neuer Tresor …',
  useRecovery: 'Wiederherstellungswörter benutzen',
  drop: 'Tresordatei hier ablegen, um sie zu öffnen',
  notDropped: 'Diese Datei ist kein Coffer-Tresor.',
  restoreInstead: 'Geprüfte Sicherungen …',
  offered: (name) => `${name} lässt sich öffnen, wenn dieser Tresor gesperrt ist`,
  lockAndOpen: 'Sperren und öffnen'
}
