import type { StrengthTexts } from '../en/strength.ts'

export const strength: StrengthTexts = {
  common: 'Das probieren alle zuerst, die raten.',
  known: 'Das baut auf einem Namen auf, der daneben steht.',
  word: 'Das ist ein einzelnes Wort oder ein Name mit wenig dabei.',
  wordYear: 'Das ist ein Wort oder ein Name mit einer Jahreszahl dahinter.',
  words: 'Das sind Wörter oder Namen, die viele Leute benutzen.',
  keys: 'Diese Tasten liegen auf der Tastatur nebeneinander.',
  repeat: 'Das ist immer wieder dasselbe.',
  sequence: 'Das ist eine Folge, die jeder fortsetzen kann.',
  date: 'Das ist ein Datum oder eine Jahreszahl.',
  short: 'Das ist zu kurz.'
}
