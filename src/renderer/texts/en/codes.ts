export const codes = {
  scan: 'Read a QR code',
  fromFile: 'From an image file…',
  fromClipboard: 'From the clipboard',
  read: (name: string): readonly [string, string] => [name, ': one-time code added'],
  aCode: 'QR code',
  none: 'No QR code was found in this image.',
  noImage: 'There is no image on the clipboard.',
  notAnImage: 'That is not an image.',
  show: 'Show as QR code',
  phone: 'For a phone',
  phoneHint: 'Scan it with the app on the phone. Whoever photographs it has the second factor too.',
  drawn: (title: string) => `One-time secret of ${title} as a QR code`
}

export type CodesTexts = typeof codes
