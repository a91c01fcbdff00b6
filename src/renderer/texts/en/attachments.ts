export const attachments = {
  head: 'Files',
  attach: 'Attach a file',
  dropHere: 'Drop it here to attach it',
  attaching: (name: string) => `Attaching ${name}`,
  attached: (name: string): readonly [string, string] => [name, ' attached'],
  notAFile: 'Only files from this computer can be attached.',
  saving: (name: string) => `Writing ${name}`,
  saved: (name: string): readonly [string, string] => [name, ' written'],
  savedHint: 'It lies there in the clear.',
  look: (name: string) => `Look at ${name}`,
  save: (name: string) => `Save ${name} as…`,
  more: (name: string) => `More about ${name}`,
  rename: 'Rename',
  remove: 'Remove',
  removed: (name: string): readonly [string, string] => [name, ' removed'],
  renamed: (name: string): readonly [string, string] => ['Renamed to ', name],
  nameOf: (name: string) => `Name of ${name}`,
  cut: 'Only the beginning is shown.',
  noPreview: {
    large: 'It is too large to look at here. Save it to open it elsewhere.',
    kind: 'Images and text can be looked at here. Save it to open it elsewhere.'
  },
  inMemory: 'Shown from memory; nothing was written to the disk.',
  facts: (size: string, kind: string) => `${size} · ${kind}`,
  pixels: (width: string, height: string) => `${width} × ${height}`
}

export type AttachmentTexts = typeof attachments
