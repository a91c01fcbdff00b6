import type { CodesTexts } from '../en/codes.ts'

export const codes: CodesTexts = {
  scan: 'QR-Code einlesen',
  fromFile: 'Aus einer Bilddatei …',
  fromClipboard: 'Aus der Zwischenablage',
  read: (name) => [name, ': Einmalcode hinzugefügt'],
  aCode: 'QR-Code',
  none: 'In diesem Bild ist kein QR-Code zu finden.',
  noImage: 'In der Zwischenablage liegt kein Bild.',
  notAnImage: 'Das ist kein Bild.',
  show: 'Als QR-Code zeigen',
  phone: 'Für ein Telefon',
  phoneHint: 'Mit der App auf dem Telefon einlesen. Wer ihn fotografiert, hat den zweiten Faktor auch.',
  drawn: (title) => `Einmalgeheimnis von ${title} als QR-Code`
}
