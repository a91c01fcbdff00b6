import type { CommonTexts } from '../en/common.ts'

export const common: CommonTexts = {
  back: 'Zurück',
  continue: 'Weiter',
  done: 'Fertig',
  copy: 'Kopieren',
  steps: 'Schritte',
  step: (step, of) => `Schritt ${step} von ${of}`,
  capsLock: 'Die Feststelltaste ist an',
  masterPassword: 'Hauptpasswort',
  bits: (bits) => `${bits} Bit`
}
