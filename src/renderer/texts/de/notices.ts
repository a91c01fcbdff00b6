import type { NoticesTexts } from '../en/notices.ts'

export const notices: NoticesTexts = {
  tailSetAside: (size) =>
    `Das letzte Sichern brach ab, als Computer oder Programm stehen blieben. Alles davor ist da; ${size}, die nicht zu lesen waren, liegen beiseite.`,
  rolledBack: (when) =>
    `Diese Datei ist älter als der Stand, den dieser Computer zuletzt gesehen hat: Änderungen seit ${when} fehlen. Sie ist nur zum Lesen offen: Legen Sie die neuere zurück, oder holen Sie eine geprüfte Sicherung.`,
  acceptOlder: 'Mit dieser älteren Datei weitermachen …',
  acceptTitle: 'Mit dieser älteren Datei weitermachen?',
  acceptText: (when) =>
    `Was seit ${when} gesichert wurde, ist nicht darin und wird aufgegeben. Gibt es die neuere Datei noch irgendwo, öffnen Sie sie lieber als andere Kopie: Zusammenführen behält beides.`,
  accept: 'Weitermachen',
  accepting: 'Der Schlüssel wird abgeleitet',
  freshnessUnknown: 'Dieser Computer kann nicht sagen, ob das der neueste Stand des Tresors ist.',
  tooNew: 'Eine neuere Version von Coffer hat Teile dieses Tresors geschrieben. Er ist nur zum Lesen offen.',
  heldByOther: (host, pid) =>
    `Ein anderes Programm hat diesen Tresor offen (Prozess ${pid} auf ${host}). Hier ist er nur zum Lesen offen.`,
  damageFound: (offset) =>
    `Ein Teil der Datei ist nicht echt (bei Byte ${offset}). Was Sie sehen, ist ganz; machen Sie jetzt eine Sicherung, und holen Sie eine geprüfte zurück, wenn etwas fehlt.`
}
