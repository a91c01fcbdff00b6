import { createHash } from 'node:crypto'
import { randomBytes } from '../../../core/random.ts'
import type { EntryString } from './entry-strings.ts'
import { binaryTime } from './keepass-time.ts'
import type { ProtectedStream } from './protected-stream.ts'
import type { WrittenEntry } from './written-entry.ts'
import { xmlName, xmlText } from './xml-text.ts'

export type WrittenDocument = {
  readonly name: string
  readonly entries: readonly WrittenEntry[]
  readonly now: number
}

/** Attachments of the whole file, each content once: its number is its place. */
export type BinaryPool = { readonly contents: Uint8Array[]; readonly numberOf: (bytes: Uint8Array) => number }

export function binaryPool(): BinaryPool {
  const contents: Uint8Array[] = []
  const numbers = new Map<string, number>()
  return {
    contents,
    numberOf(bytes) {
      const hash = createHash('sha256').update(bytes).digest('base64')
      const known = numbers.get(hash)
      if (known !== undefined) return known
      numbers.set(hash, contents.push(bytes) - 1)
      return contents.length - 1
    }
  }
}

type Writing = {
  readonly out: string[]
  readonly mask: ProtectedStream
  readonly pool: BinaryPool
  readonly pace: (done: number, total: number) => Promise<void>
  readonly document: WrittenDocument
  done: number
}
type Group = {
  readonly name: string
  readonly uuid: Uint8Array
  readonly entries: WrittenEntry[]
  readonly groups: Map<string, Group>
}

/** The document of KDBX 4. Protected values are masked in its order, as they are read. */
export async function writeKeePassXml(
  document: WrittenDocument,
  { mask, pool, pace }: Pick<Writing, 'mask' | 'pool' | 'pace'>
): Promise<Uint8Array> {
  const writing: Writing = { out: [], mask, pool, pace, document, done: 0 }
  const bin = newGroup('Recycle Bin')
  const root = groupTree(document, bin)
  writing.out.push('<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<KeePassFile>')
  writing.out.push(metaXml(document, bin))
  writing.out.push('<Root>')
  await writeGroup(writing, root, 49)
  writing.out.push('<DeletedObjects/></Root></KeePassFile>')
  return new TextEncoder().encode(writing.out.join(''))
}

const newGroup = (name: string): Group => ({ name, uuid: randomBytes(16), entries: [], groups: new Map() })

function groupTree({ name, entries }: WrittenDocument, bin: Group): Group {
  const root = newGroup(name)
  for (const entry of entries) {
    const group = entry.trashedAt === null ? groupAt(root, entry.folder) : bin
    group.entries.push(entry)
  }
  // A name that no path has: the bin is known by its id.
  root.groups.set('/', bin)
  return root
}

function groupAt(root: Group, folder: string): Group {
  let group = root
  for (const name of folder === '' ? [] : folder.split('/').slice(0, MAX_DEPTH)) {
    const next = group.groups.get(name) ?? newGroup(name)
    group.groups.set(name, next)
    group = next
  }
  return group
}
/** Readers give up somewhere; nobody files this deep. */
const MAX_DEPTH = 40

function metaXml({ name, now }: WrittenDocument, bin: Group): string {
  return (
    '<Meta><Generator>Coffer</Generator>' +
    leaf('DatabaseName', xmlName(name)) +
    leaf('DatabaseNameChanged', binaryTime(now)) +
    leaf('RecycleBinEnabled', 'True') +
    leaf('RecycleBinUUID', base64(bin.uuid)) +
    leaf('RecycleBinChanged', binaryTime(now)) +
    // No limits: a program that saves the file must not drop what it was given.
    '<HistoryMaxItems>-1</HistoryMaxItems><HistoryMaxSize>-1</HistoryMaxSize>' +
    '<MemoryProtection><ProtectTitle>False</ProtectTitle><ProtectUserName>False</ProtectUserName>' +
    '<ProtectPassword>True</ProtectPassword><ProtectURL>False</ProtectURL><ProtectNotes>False</ProtectNotes>' +
    '</MemoryProtection></Meta>'
  )
}

async function writeGroup(writing: Writing, group: Group, icon: number): Promise<void> {
  const { out, document } = writing
  const { now } = document
  out.push('<Group>', leaf('UUID', base64(group.uuid)), leaf('Name', group.name), leaf('IconID', String(icon)))
  out.push(timesXml({ createdAt: now, changedAt: now, movedAt: now, expires: null }))
  for (const entry of group.entries) {
    writeEntry(writing, entry)
    await writing.pace(++writing.done, document.entries.length)
  }
  for (const [name, inner] of group.groups) await writeGroup(writing, inner, name === '/' ? 43 : 48)
  out.push('</Group>')
}

function writeEntry({ out, mask, pool }: Writing, entry: WrittenEntry): void {
  const { createdAt, changedAt, trashedAt, expires } = entry
  out.push('<Entry>', leaf('UUID', base64(entry.uuid)), leaf('IconID', entry.icon), leaf('Tags', entry.tags.join(';')))
  out.push(timesXml({ createdAt, changedAt, movedAt: trashedAt ?? changedAt, expires }))
  for (const string of entry.strings) out.push(stringXml(string, mask))
  for (const { name, attachment } of entry.attachments)
    out.push(`<Binary>${leaf('Key', name)}<Value Ref="${pool.numberOf(attachment.bytes)}"/></Binary>`)
  out.push('<CustomData>')
  for (const [name, value] of entry.customData) out.push(`<Item>${leaf('Key', name)}${leaf('Value', value)}</Item>`)
  out.push('</CustomData><History>')
  for (const { at, strings } of entry.history) {
    out.push('<Entry>', leaf('UUID', base64(entry.uuid)), leaf('IconID', entry.icon))
    out.push(timesXml({ createdAt, changedAt: at, movedAt: createdAt, expires: null }))
    for (const string of strings) out.push(stringXml(string, mask))
    out.push('</Entry>')
  }
  out.push('</History></Entry>')
}

function stringXml({ name, value, isProtected }: EntryString, mask: ProtectedStream): string {
  const masked = isProtected && value !== '' ? base64(mask(new TextEncoder().encode(value))) : null
  const element = masked === null ? leaf('Value', value) : `<Value Protected="True">${masked}</Value>`
  return `<String>${leaf('Key', name)}${element}</String>`
}

type Times = { createdAt: number; changedAt: number; movedAt: number; expires: string | null }

function timesXml({ createdAt, changedAt, movedAt, expires }: Times): string {
  const expiry = expires === null ? createdAt : Date.parse(`${expires}T00:00:00Z`)
  return `<Times>${leaf('CreationTime', binaryTime(createdAt))}${leaf('LastModificationTime', binaryTime(changedAt))}${leaf(
    'LastAccessTime',
    binaryTime(changedAt)
  )}${leaf('ExpiryTime', binaryTime(expiry))}${leaf('Expires', expires === null ? 'False' : 'True')}<UsageCount>0</UsageCount>${leaf(
    'LocationChanged',
    binaryTime(movedAt)
  )}</Times>`
}

const leaf = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`
const base64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64')
