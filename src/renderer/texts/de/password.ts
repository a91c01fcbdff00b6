import type { PasswordTexts } from '../en/password.ts'

export const password: PasswordTexts = {
  modes: 'Art der Wahl',
  generated: 'Gewürfelte Wörter',
  own: 'Eigenes Passwort',
  rerollAll: 'Alle neu würfeln',
  typeRolls: 'Würfe tippen',
  rollForMe: 'Für mich würfeln',
  rerollWord: (word) => `${word} neu würfeln`,
  typeRollsOf: (word) => `Würfe für Wort ${word} tippen`,
  rollForMeOf: (word) => `Wort ${word} für mich würfeln`,
  rolls: (faces) => `Würfe ${faces}`,
  die: (die, word) => `Wort ${word}, Würfel ${die}`,
  moreRolls: (count) => (count === 1 ? 'noch ein Wurf' : `noch ${count} Würfe`),
  wordWaits: (word, count) =>
    count === 1 ? `Wort ${word} wartet auf einen Wurf` : `Wort ${word} wartet auf ${count} Würfe`,
  exact: 'genau',
  soFar: (all) => `bisher, ${all} mit allen Wörtern, genau`,
  newPassword: 'Neues Hauptpasswort',
  currentPassword: 'Hauptpasswort bisher',
  again: 'Noch einmal tippen',
  estimate: (bits) => `etwa ${bits} Bit`,
  isEstimate: 'Eine Schätzung: Ein Muster, das nur Sie kennen, zählt weniger, als es scheint.',
  tooShort: (least, missing) =>
    missing === least
      ? `Mindestens ${least} Zeichen`
      : `Mindestens ${least} Zeichen: noch ${missing === 1 ? 'eines' : missing}`,
  change: {
    title: 'Hauptpasswort',
    heading: 'Das Hauptpasswort ändern',
    lead: 'Der Tresor bekommt einen neuen Schlüssel, und alles darin wird neu versiegelt. Ältere Sicherungen öffnen weiter mit dem Passwort ihrer Zeit.',
    steps: {
      current: 'Bisheriges',
      next: 'Neues',
      again: 'Noch einmal tippen',
      phrase: 'Wiederherstellung'
    },
    currentLead: 'Damit sicher ist, dass Sie es sind.',
    wrong: 'Das ist nicht das Hauptpasswort dieses Tresors.',
    phraseHeading: 'Und die Wiederherstellungswörter?',
    phraseLead: 'Der Weg zurück, wenn das Hauptpasswort vergessen ist.',
    newPhrase: 'Neue machen',
    newPhraseText: 'Sie schreiben 24 neue Wörter auf. Das alte Blatt öffnet diesen Tresor dann nicht mehr.',
    keepPhrase: 'Meine behalten',
    keepPhraseText: 'Sie tippen die 24 Wörter einmal, um zu zeigen, dass Sie sie haben.',
    oldPhrase: 'Die 24 Wörter',
    action: 'Ändern',
    changing: 'Der Tresor wird mit dem neuen Schlüssel versiegelt',
    done: 'Das Hauptpasswort ist geändert',
    doneText: 'Das nächste Entsperren fragt nach dem neuen.',
    keptPhrase: 'Ihre Wiederherstellungswörter bleiben dieselben.'
  }
}
