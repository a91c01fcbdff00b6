import type { BreachTexts } from '../en/breaches.ts'
import { number } from './number.ts'

const count = (passwords: number): string => (passwords === 1 ? '1 Passwort' : `${number(passwords)} Passwörter`)
const countOf = (passwords: number): string => (passwords === 1 ? '1 Passwort' : `${number(passwords)} Passwörtern`)

export const breaches: BreachTexts = {
  name: 'Bekannte Lecks',
  never: 'Noch nicht abgeglichen.',
  checked: (when, online) => `Zuletzt abgeglichen ${when}, ${online ? 'online' : 'mit einer heruntergeladenen Liste'}.`,
  unchecked: (passwords) => `${count(passwords)} seither geändert oder nicht erreicht.`,
  check: 'Mit bekannten Lecks abgleichen …',
  seen: (atLeast) => (atLeast < 10 ? 'Wenige Male in bekannten Lecks' : `${number(atLeast)}-mal oder öfter gesehen`),
  change: 'Ändern …',
  changeOf: (title) => `Passwort von ${title} ändern …`,
  title: 'Mit bekannten Lecks abgleichen',
  lead: (passwords) =>
    `Angreifer versuchen zuerst, was schon einmal bekannt wurde. Coffer öffnet dafür ${count(passwords)}, eines nach dem anderen, und behält nur, welche gefunden wurden.`,
  file: 'In einer heruntergeladenen Liste',
  fileText:
    'Die Liste von Pwned Passwords, nach Hash sortiert, wie ihr offizielles Programm sie schreibt: eine Datei oder ein Ordner mit Bereichen. Nichts verlässt diesen Rechner.',
  chooseFile: 'Datei wählen …',
  chooseFolder: 'Ordner wählen …',
  online: 'Online',
  onlineText: (requests) =>
    `Eine Anfrage für jedes verschiedene Passwort, höchstens ${number(requests)}, an Have I Been Pwned. Jede sendet fünf Ziffern eines Hashs, nie ein Passwort.`,
  onlineOff: 'Ausgeschaltet, wie Coffer ausgeliefert wird. Was gesendet würde, steht in den Einstellungen unter Netz.',
  ask: 'Online fragen',
  toSettings: 'Einstellungen öffnen',
  reading: 'Die Passwörter werden in der Liste gesucht',
  asking: 'Ein Bereich nach dem anderen wird abgefragt',
  none: 'Es gibt kein Passwort, nach dem zu suchen wäre.',
  readOnly: 'Dieser Tresor ist schreibgeschützt: Gefundenes ließe sich nicht behalten.',
  foundNone: (passwords) => `Keines von ${countOf(passwords)} ist aus einem Leck bekannt.`,
  found: (found, passwords) =>
    found === 1
      ? `Eines von ${countOf(passwords)} ist aus Lecks bekannt. Ändern Sie es zuerst: Angreifer versuchen es vor allen anderen.`
      : `${number(found)} von ${countOf(passwords)} sind aus Lecks bekannt. Ändern Sie diese zuerst: Angreifer versuchen sie vor allen anderen.`,
  stopped: 'Angehalten.',
  left: (passwords) => `Nach ${countOf(passwords)} wurde nicht gesucht; was gefunden wurde, bleibt.`,
  setting: {
    name: 'Online nach bekannten Lecks fragen',
    why: 'Aus, weil Coffer keine Anfrage stellt, die Sie nicht wollen. Eingeschaltet fragt ein Abgleich, den Sie unter Zustand beginnen, bei Have I Been Pwned an, für jedes Passwort einmal: mit den ersten fünf der vierzig Ziffern seines SHA-1-Hashs, die Hunderte bekannt gewordener Passwörter teilen; Füllzeilen verbergen die Länge der Antwort. Nie das Passwort oder der ganze Hash; der Dienst sieht Ihre Netzadresse.'
  },
  requests: {
    name: 'Anfragen ins Netz',
    off: 'Coffer macht keine: kein Konto, keine Suche nach Neuem, keine Messung. „Webadresse öffnen“ übergibt die Adresse nach Rückfrage Ihrem Browser.',
    on: 'Nur die eines Abgleichs mit bekannten Lecks, solange einer läuft, den Sie begonnen haben: kein Konto, keine Suche nach Neuem, keine Messung. „Webadresse öffnen“ übergibt die Adresse nach Rückfrage Ihrem Browser.',
    none: 'Keine',
    some: 'Abgleich mit Lecks'
  },
  about: {
    name: 'Jede Anfrage, die Coffer stellen kann',
    one: (method, url, headers) =>
      `${method} ${url}, wobei die letzten fünf die ersten Ziffern eines Hashs sind. Sie trägt ${headers}, kein Cookie und sonst nichts von Ihnen. Nur ein Abgleich mit bekannten Lecks stellt sie, den Sie beginnen. Eine andere gibt es nicht.`,
    off: 'Ausgeschaltet',
    on: 'Eingeschaltet'
  }
}
