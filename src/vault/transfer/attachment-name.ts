const LONGEST = 255
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gif: 'image/gif',
  htm: 'text/html',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  pdf: 'application/pdf',
  pem: 'application/x-pem-file',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webp: 'image/webp',
  xml: 'application/xml',
  zip: 'application/zip'
}

/** What a foreign file calls an attachment, without folders: whoever saves it later must not be led elsewhere by it. */
export function attachmentName(foreign: string): string {
  const last = foreign.split(/[/\\]/).at(-1) ?? ''
  const plain = [...last.toWellFormed().replace(/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, '')]
  const name = plain.slice(0, LONGEST).join('').trim()
  return name === '' || name === '.' || name === '..' ? 'attachment' : name
}

export function mediaTypeOf(name: string): string {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return MEDIA_TYPES[extension] ?? 'application/octet-stream'
}
