import type { Texts } from './en.ts'

/** A type or a label that the catalogue does not know is the user's own word, shown as it is. */
export const typeName = (t: Texts, type: string): string => t.types.one[type] ?? type
export const typeNames = (t: Texts, type: string): string => t.types.many[type] ?? type
export const fieldLabel = (t: Texts, label: string): string => t.types.fields[label] ?? label
export const sectionName = (t: Texts, section: string): string => t.types.sections[section] ?? section
