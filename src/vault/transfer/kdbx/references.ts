import type { KeePassEntry } from './keepass-document.ts'

export type Resolved = { readonly text: string; readonly isBroken: boolean }
export type ResolveReferences = (text: string) => Resolved

const REFERENCE = /\{REF:([TUPANI])@([TUPANIO]):([^{}]*)\}/gi
/** References may stand in what they refer to: an entry that refers to itself twice would fill the memory. */
const LIMITS = { depth: 8, length: 1 << 20, totalLength: 1 << 26, searchedLength: 1 << 26 } as const
const STRINGS: Readonly<Record<string, string>> = { T: 'Title', U: 'UserName', P: 'Password', A: 'URL', N: 'Notes' }

type Index = Map<string, KeePassEntry>

/**
 * Resolves `{REF:field@where:text}` over all entries. What leads nowhere, in a circle or too far stays as it is written,
 * and the whole text is called broken.
 */
export function referenceResolver(entries: readonly KeePassEntry[]): ResolveReferences {
  const indexes = new Map<string, Index>()
  let searchedLength = 0
  let resolvedLength = 0

  function find(where: string, text: string): KeePassEntry | undefined {
    let index = indexes.get(where)
    if (index === undefined) indexes.set(where, (index = indexBy(where, entries)))
    const wanted = text.trim().toLowerCase()
    const exact = index.get(wanted)
    // KeePass also finds parts; that is a walk over everything, so only so far.
    if (exact !== undefined || where === 'I' || wanted === '') return exact
    for (const [value, entry] of index) {
      searchedLength += value.length + 1
      if (searchedLength > LIMITS.searchedLength) return undefined
      if (value.includes(wanted)) return entry
    }
    return undefined
  }

  function resolve(text: string, depth: number): Resolved {
    let isBroken = false
    let length = 0
    const resolved = text.replace(REFERENCE, (written: string, field: string, where: string, search: string) => {
      const entry = depth < LIMITS.depth && !isBroken ? find(where.toUpperCase(), search) : undefined
      const value = entry === undefined ? undefined : valueOf(entry, field.toUpperCase())
      const whole = value === undefined ? { text: written, isBroken: true } : resolve(value, depth + 1)
      length += whole.text.length
      resolvedLength += whole.text.length
      isBroken ||= whole.isBroken || length > LIMITS.length || resolvedLength > LIMITS.totalLength
      return isBroken ? written : whole.text
    })
    return isBroken ? { text, isBroken } : { text: resolved, isBroken }
  }

  return (text) => (text.includes('{') ? resolve(text, 0) : { text, isBroken: false })
}

function valueOf(entry: KeePassEntry, field: string): string | undefined {
  return field === 'I' ? hexId(entry) : (entry.strings.get(STRINGS[field] ?? '')?.value ?? '')
}

function hexId(entry: KeePassEntry): string {
  return Buffer.from(entry.texts.get('UUID') ?? '', 'base64')
    .toString('hex')
    .toUpperCase()
}

/** The first entry that has a value is the one that is found, as in KeePass. */
function indexBy(where: string, entries: readonly KeePassEntry[]): Index {
  const index: Index = new Map()
  for (const entry of entries) for (const value of searched(where, entry)) addFirst(index, value.toLowerCase(), entry)
  return index
}

function searched(where: string, entry: KeePassEntry): readonly string[] {
  if (where === 'I') return [hexId(entry)]
  const standard = new Set(Object.values(STRINGS))
  if (where === 'O') return [...entry.strings].flatMap(([name, { value }]) => (standard.has(name) ? [] : [value]))
  return [entry.strings.get(STRINGS[where] ?? '')?.value ?? '']
}

function addFirst(index: Index, value: string, entry: KeePassEntry): void {
  if (value !== '' && !index.has(value)) index.set(value, entry)
}
