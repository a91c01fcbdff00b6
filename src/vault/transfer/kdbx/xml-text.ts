/** XML 1.0, production 2: everything else has no way of being written. Surrogates are paired already. */
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const ALL_NOT_XML = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }
const LONGEST_NAME = 1000

export function hasOnlyXmlCharacters(text: string): boolean {
  return !NOT_XML.test(text)
}

/** The text of an element. A carriage return is written by number, because readers make line feeds of the others. */
export function xmlText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? character)
}

/** A word to call something by: never empty, without what XML cannot hold. */
export function xmlName(text: string): string {
  const name = text.toWellFormed().replace(ALL_NOT_XML, ' ').trim().slice(0, LONGEST_NAME).toWellFormed()
  return name === '' ? '?' : name
}
