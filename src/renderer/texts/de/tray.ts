import type { TrayTexts } from '../en/tray.ts'

export const tray: TrayTexts = {
  name: 'Nach dem Schließen des Fensters im Infobereich bleiben',
  why: 'Aus: Schließen beendet Coffer. An: Es lässt ein Symbol im Infobereich (am Mac in der Menüleiste) und sperrt sofort, denn ein geschlossenes Fenster sieht nach geschlossenem Tresor aus. Wo kein Symbol erscheint, holt ein neuer Start das Fenster zurück.'
}
