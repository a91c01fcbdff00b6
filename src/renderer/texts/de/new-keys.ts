import type { NewKeysTexts } from '../en/new-keys.ts'

export const newKeys: NewKeysTexts = {
  note: 'Die Tresordatei wird unter einem neuen Schlüssel neu geschrieben. Frühere Kopien öffnen sich weiter mit dem, was sie bisher öffnete.',
  steps: { password: 'Hauptpasswort', phrase: 'Neue 24 Wörter' },
  phrase: {
    row: 'Wiederherstellungswörter',
    why: 'Wenn das Blatt verloren ist oder gesehen wurde. Das Hauptpasswort bleibt, die alten Wörter öffnen diesen Tresor nicht mehr.',
    button: 'Neue Wörter …',
    title: 'Neue 24 Wörter',
    heading: 'Neue Wiederherstellungswörter machen',
    lead: 'Die alten 24 Wörter öffnen diesen Tresor nicht mehr. Das Hauptpasswort bleibt, wie es ist.',
    action: 'Neue Wörter machen',
    done: 'Der Tresor hat neue Wiederherstellungswörter.'
  },
  cost: {
    button: 'Messen …',
    title: 'Kosten eines Versuchs',
    heading: 'Jeden Versuch teurer machen',
    lead: 'Ein schneller gewordener Computer kann sich mehr leisten, und ein Dieb muss es dann auch. Gesenkt wird nie.',
    measuring: 'Dieser Computer wird gemessen',
    again: 'Noch einmal messen',
    takes: (kdf, seconds) => `${kdf}, ${seconds} s`,
    now: (now) => `Jetzt: ${now} auf diesem Computer.`,
    could: (could) => `Er kann sich leisten: ${could}. Neue Wiederherstellungswörter gehören dazu.`,
    enough: 'So viel schafft dieser Computer in etwa einer Sekunde. Es gibt nichts zu erhöhen.',
    action: 'Erhöhen',
    done: 'Jeder Versuch ist jetzt teurer.'
  }
}
