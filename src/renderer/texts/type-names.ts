import type { Texts } from './en.ts'

// A type or a label may be any text, also one that every object has a member for.
const known = (words: Readonly<Record<string, string>>, key: string): string =>
  (Object.hasOwn(words, key) ? words[key] : null) ?? key

/** A type or a label that the catalogue does not know is the user's own word, shown as it is. */
export const typeName = (t: Texts, type: string): string => known(t.types.one, type)
export const typeNames = (t: Texts, type: string): string => known(t.types.many, type)
export const fieldLabel = (t: Texts, label: string): string => known(t.types.fields, label)
export const sectionName = (t: Texts, section: string): string => known(t.types.sections, section)
