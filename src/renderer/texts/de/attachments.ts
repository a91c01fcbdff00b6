import type { AttachmentTexts } from '../en/attachments.ts'

export const attachments: AttachmentTexts = {
  head: 'Dateien',
  attach: 'Datei anhängen',
  dropHere: 'Hier fallen lassen, um sie anzuhängen',
  attaching: (name) => `${name} wird angehängt`,
  attached: (name) => [name, ' angehängt'],
  notAFile: 'Nur Dateien von diesem Computer lassen sich anhängen.',
  saving: (name) => `${name} wird geschrieben`,
  saved: (name) => [name, ' geschrieben'],
  savedHint: 'Sie liegt dort im Klartext.',
  look: (name) => `${name} ansehen`,
  save: (name) => `${name} sichern unter …`,
  more: (name) => `Mehr zu ${name}`,
  rename: 'Umbenennen',
  remove: 'Entfernen',
  removed: (name) => [name, ' entfernt'],
  renamed: (name) => ['Umbenannt in ', name],
  nameOf: (name) => `Name von ${name}`,
  cut: 'Nur der Anfang ist zu sehen.',
  noPreview: {
    large: 'Zu groß, um sie hier anzusehen. Zum Öffnen anderswo sichern.',
    kind: 'Hier lassen sich Bilder und Text ansehen. Zum Öffnen anderswo sichern.'
  },
  inMemory: 'Aus dem Speicher gezeigt; nichts wurde auf die Platte geschrieben.',
  facts: (size, kind) => `${size} · ${kind}`,
  pixels: (width, height) => `${width} × ${height}`
}
