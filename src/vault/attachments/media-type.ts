/** What a file is called by its name alone: shown to the user, and never trusted to say what the bytes are. */
const BY_ENDING: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  json: 'application/json',
  md: 'text/markdown',
  pdf: 'application/pdf',
  pem: 'application/x-pem-file',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  webp: 'image/webp',
  xml: 'application/xml',
  zip: 'application/zip'
}

export function mediaTypeOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return (dot < 0 ? undefined : BY_ENDING[name.slice(dot + 1).toLowerCase()]) ?? 'application/octet-stream'
}

const MOST_CHARACTERS = 255

/** A name as it can stand in a vault: no half characters, no line ends, no folders, not endless; never empty. */
export function attachmentName(text: string): string {
  const plain = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/[\s\u0000-\u001f\u007f/\\]+/g, ' ')
    .trim()
  return [...plain].slice(0, MOST_CHARACTERS).join('') || 'file'
}
