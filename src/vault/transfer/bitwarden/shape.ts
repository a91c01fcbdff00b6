import { type ForeignJson, isForeignArray, isForeignObject } from '../foreign-json.ts'

/** Members of an item that are its place in the file and nothing of its owner's. */
export const STRUCTURE: ReadonlySet<string> = new Set(['id', 'organizationId', 'object', 'type', 'secureNote', 'key'])

/** Members that hold what is particular to a type. */
export const SECTIONS = ['login', 'card', 'identity', 'sshKey', 'bankAccount', 'driversLicense', 'passport'] as const
export type Section = (typeof SECTIONS)[number]

/** Null, false, 0, '' and what holds only such is how Bitwarden writes that there is nothing. */
export function hasContent(value: ForeignJson | undefined): boolean {
  if (isForeignArray(value)) return value.some(hasContent)
  if (isForeignObject(value)) return Object.values(value).some(hasContent)
  return value !== undefined && value !== null && value !== '' && value !== false && value !== 0
}

/** As it stands, or as JSON where it is no text. */
export const shown = (value: ForeignJson): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** `issuingCountry` as "Issuing country". */
export function spoken(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
