import { gunzipSync } from 'node:zlib'
import { SaxesParser } from 'saxes'
import { VaultError } from '../../../core/errors.ts'
import type { KeePassDocument, KeePassEntry, KeePassGroup } from './keepass-document.ts'
import { childKind, type EntryDraft, type Frame, type FrameKind, frameOf } from './keepass-frames.ts'
import type { ProtectedStream } from './protected-stream.ts'

/** Bounds on what a document may ask for, checked while it is read. */
const LIMITS = {
  depth: 200,
  entries: 200_000,
  skipped: 200_000,
  /** The longest element has two. */
  attributes: 16,
  /** Leaves of one element, and strings, attachments and older states of one entry. */
  leaves: 10_000,
  inlineBytes: 256 * 2 ** 20,
  inlineRatio: 100
} as const
const INLINE_LEAST = 16 * 2 ** 20
/** XML 1.0 has no place for these; some programs write them all the same. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g

export type KeePassXmlReader = {
  /** A piece of the document, cut anywhere between characters. */
  readonly write: (text: string) => void
  readonly finish: () => KeePassDocument
}

/**
 * Reads a KeePass document piece by piece, without building a tree of it and without any document type: entities of its
 * own are not known, so none can expand. IMPORT_DAMAGED { place: 'xml' }, IMPORT_REFUSED { reason }.
 */
export function keePassXmlReader(stream: ProtectedStream | null): KeePassXmlReader {
  const state = newState(stream)
  const parser = new SaxesParser()
  parser.on('error', () => {
    throw damaged()
  })
  parser.on('doctype', () => {
    throw refused('doctype')
  })
  let seen = 0
  parser.on('opentagstart', () => {
    seen = 0
  })
  parser.on('attribute', () => {
    if (++seen > LIMITS.attributes) throw refused('count')
  })
  parser.on('opentag', ({ name, attributes }) => openElement(state, name, attributes))
  parser.on('text', (text) => {
    const frame = state.frames.at(-1)
    if (frame?.kind === 'leaf') frame.text += text
  })
  parser.on('cdata', (text) => {
    const frame = state.frames.at(-1)
    if (frame?.kind === 'leaf') frame.text += text
  })
  parser.on('closetag', () => closeElement(state))
  return {
    write: (text) => void parser.write(text.replace(CONTROLS, '')),
    finish() {
      parser.close()
      if (!state.isKeePass) throw damaged()
      return state
    }
  }
}

type State = {
  readonly stream: ProtectedStream | null
  readonly frames: Frame[]
  readonly meta: Map<string, string>
  readonly entries: KeePassEntry[]
  readonly groups: Map<string, KeePassGroup>
  readonly icons: Map<string, string>
  readonly binaries: Map<string, Uint8Array>
  isKeePass: boolean
  seenEntries: number
  skipped: number
  inlineBytes: number
}

function newState(stream: ProtectedStream | null): State {
  return {
    stream,
    frames: [frameOf('document', '', {}, null)],
    meta: new Map(),
    entries: [],
    groups: new Map(),
    icons: new Map(),
    binaries: new Map(),
    isKeePass: false,
    seenEntries: 0,
    skipped: 0,
    inlineBytes: 0
  }
}

function openElement(state: State, name: string, attributes: Frame['attributes']): void {
  const parent = state.frames.at(-1)
  if (parent === undefined || state.frames.length > LIMITS.depth) throw refused('depth')
  const kind = childKind(parent.kind, name)
  if (kind === 'file') state.isKeePass = true
  if (kind === 'skip' && ++state.skipped > LIMITS.skipped) throw refused('count')
  if (kind !== 'group' && parent.kind !== 'group' && ++parent.children > LIMITS.leaves) throw refused('count')
  const frame = frameOf(kind, name, attributes, parent)
  if (kind === 'entry') addEntry(state, frame.entry, parent)
  state.frames.push(frame)
}

function addEntry(state: State, entry: EntryDraft | null, parent: Frame): void {
  if (++state.seenEntries > LIMITS.entries) throw refused('items')
  if (entry === null) throw damaged()
  if (parent.kind === 'history') parent.entry?.history.push(entry)
  else state.entries.push(entry)
}

function closeElement(state: State): void {
  const frame = state.frames.pop()
  const parent = state.frames.at(-1)
  if (frame === undefined || parent === undefined) throw damaged()
  if (frame.kind === 'leaf') closeLeaf(state, frame, parent)
  else CLOSE[frame.kind]?.(state, frame)
}

const CLOSE: Partial<Record<FrameKind, (state: State, frame: Frame) => void>> = {
  meta: (state, { texts }) => texts.forEach((text, name) => state.meta.set(name, text)),
  icon: (state, { texts }) => void state.icons.set(texts.get('UUID') ?? '', texts.get('Data') ?? ''),
  group: (state, { group }) => {
    if (group !== null) state.groups.set(group.texts.get('UUID') ?? '', group)
  },
  string: (_, { entry, texts, isProtected }) => {
    const name = texts.get('Key') ?? ''
    if (name !== '') entry?.strings.set(name, { value: texts.get('Value') ?? '', isProtected })
  },
  binary: (_, { entry, texts, ref, bytes }) => void entry?.binaries.push({ name: texts.get('Key') ?? '', ref, bytes }),
  association: (_, { entry, texts }) =>
    void entry?.autoType.push(`${texts.get('Window') ?? ''}\t${texts.get('KeystrokeSequence') ?? ''}`),
  autoType: (_, { entry, texts }) => {
    const sequence = texts.get('DefaultSequence') ?? ''
    if (sequence !== '') entry?.autoType.unshift(sequence)
  },
  customItem: (_, { entry, texts }) => void entry?.customData.set(texts.get('Key') ?? '', texts.get('Value') ?? '')
}

function closeLeaf(state: State, leaf: Frame, parent: Frame): void {
  const { name, attributes, text } = leaf
  const isProtected = isTrue(attributes['Protected'])
  if (parent.kind === 'binaries') {
    state.binaries.set(attributes['ID'] ?? '', inlineBytes(state, leaf, isProtected))
    return
  }
  if (parent.kind === 'binary' && name === 'Value') {
    parent.ref = attributes['Ref'] ?? null
    if (parent.ref === null) parent.bytes = inlineBytes(state, leaf, isProtected)
    return
  }
  const isMasked = isProtected && state.stream !== null
  parent.texts.set(name, isMasked ? utf8(unmasked(state, text)) : text)
  if (name === 'Value') parent.isProtected = isProtected || isTrue(attributes['ProtectInMemory'])
}

function inlineBytes(state: State, { text, attributes }: Frame, isProtected: boolean): Uint8Array {
  const bytes = isProtected ? unmasked(state, text) : inflated(fromBase64(text), attributes)
  state.inlineBytes += bytes.length
  if (state.inlineBytes > LIMITS.inlineBytes) throw refused('size')
  return bytes
}

function inflated(bytes: Uint8Array, attributes: Frame['attributes']): Uint8Array {
  if (!isTrue(attributes['Compressed'])) return bytes
  const most = Math.min(LIMITS.inlineBytes, Math.max(INLINE_LEAST, bytes.length * LIMITS.inlineRatio))
  try {
    return gunzipSync(bytes, { maxOutputLength: most })
  } catch (error) {
    if (error instanceof RangeError) throw refused('ratio')
    throw damaged()
  }
}

function unmasked({ stream }: State, text: string): Uint8Array {
  const masked = fromBase64(text)
  return stream === null ? masked : stream(masked)
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'))
const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')
const isTrue = (flag: string | undefined): boolean => flag?.toLowerCase() === 'true'
const damaged = (): VaultError => new VaultError('IMPORT_DAMAGED', { place: 'xml' })
const refused = (reason: string): VaultError => new VaultError('IMPORT_REFUSED', { reason })
