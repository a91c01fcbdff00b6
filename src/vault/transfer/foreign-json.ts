import { VaultError } from '../../core/errors.ts'

/** Parsed text of another program's. Names are read with `member`: an object has more of them than the file says. */
export type ForeignJson = null | boolean | number | string | readonly ForeignJson[] | ForeignObject
export type ForeignObject = { readonly [name: string]: ForeignJson }

const LIMITS = { depth: 64, values: 5_000_000 } as const

/** IMPORT_DAMAGED when it is no JSON, IMPORT_REFUSED { reason } when it nests deeper or holds more than any export does. */
export function parseForeignJson(text: string): ForeignJson {
  checkShape(text)
  try {
    return JSON.parse(text) as ForeignJson
  } catch {
    throw new VaultError('IMPORT_DAMAGED', { place: 'json' })
  }
}

export function isForeignObject(value: ForeignJson | undefined): value is ForeignObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isForeignArray(value: ForeignJson | undefined): value is readonly ForeignJson[] {
  return Array.isArray(value)
}

/** What the file itself says under this name, and nothing that JavaScript adds. */
export function member(value: ForeignJson | undefined, name: string): ForeignJson | undefined {
  return isForeignObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

export function textMember(value: ForeignJson | undefined, name: string): string {
  const found = member(value, name)
  return typeof found === 'string' ? found : ''
}

export function arrayMember(value: ForeignJson | undefined, name: string): readonly ForeignJson[] {
  const found = member(value, name)
  return isForeignArray(found) ? found : []
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Counted on the text: a parser that recurses has used up its stack before anybody can count. */
function checkShape(text: string): void {
  let depth = 0
  let values = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === QUOTE) index = endOfString(text, index)
    else if (code === 0x5b || code === 0x7b) depth += 1
    else if (code === 0x5d || code === 0x7d) depth -= 1
    else if (code === 0x2c) values += 1
    if (depth > LIMITS.depth) throw new VaultError('IMPORT_REFUSED', { reason: 'depth' })
    if (values > LIMITS.values) throw new VaultError('IMPORT_REFUSED', { reason: 'count' })
  }
}

function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === BACKSLASH) index += 1
    else if (code === QUOTE) return index
  }
  return text.length
}
