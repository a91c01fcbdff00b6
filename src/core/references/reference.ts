const SCHEME = 'coffer://'
const MAX_LENGTH = 4096

/** A field of an item, named in a file that may lie anywhere: titles and ids, never values. */
export type Reference = {
  /** An id, the beginning of one, or an exact title. */
  readonly item: string
  /** An id or a label. */
  readonly field: string
}

/** Whether a text is meant to be a reference, well-formed or not. */
export const looksLikeReference = (text: string): boolean => text.startsWith(SCHEME)

/** `coffer://item/field`, each percent-encoded where it has to be. Null when it is none. */
export function parseReference(text: string): Reference | null {
  if (!looksLikeReference(text) || text.length > MAX_LENGTH) return null
  const [item, field, ...more] = text.slice(SCHEME.length).split('/').map(decoded)
  return item && field && more.length === 0 ? { item, field } : null
}

/** The text that parses to this reference. Neither part may be empty. */
export const formatReference = ({ item, field }: Reference): string => `${SCHEME}${encoded(item)}/${encoded(field)}`

/** Letters of any language may stand as they are; what would end a reference, or be trimmed off it, may not. */
const RESERVED = /[\s\u0000-\u0020"%'/<>?#\\`{}\u007f]/g
const encoded = (text: string): string =>
  text.replace(RESERVED, (character) => encodeURIComponent(character).replace("'", '%27'))

function decoded(text: string): string | null {
  if (/[?#\u0000-\u001f\u007f]/.test(text)) return null
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
