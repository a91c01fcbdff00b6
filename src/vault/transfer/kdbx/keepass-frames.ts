import type { KeePassBinary, KeePassEntry, KeePassGroup, KeePassString } from './keepass-document.ts'

/** The elements that hold others; every other element is a leaf with text, and what is in a leaf is skipped. */
const CHILDREN = {
  document: { KeePassFile: 'file' },
  file: { Meta: 'meta', Root: 'root' },
  meta: { CustomIcons: 'icons', Binaries: 'binaries', CustomData: 'skip', MemoryProtection: 'skip' },
  icons: { Icon: 'icon' },
  icon: {},
  binaries: {},
  root: { Group: 'group', DeletedObjects: 'skip' },
  group: { Group: 'group', Entry: 'entry', Times: 'times', CustomData: 'skip' },
  entry: {
    Times: 'times',
    String: 'string',
    Binary: 'binary',
    AutoType: 'autoType',
    History: 'history',
    CustomData: 'customData'
  },
  times: {},
  string: {},
  binary: {},
  autoType: { Association: 'association' },
  association: {},
  history: { Entry: 'entry' },
  customData: { Item: 'customItem' },
  customItem: {},
  leaf: {},
  skip: {}
} as const satisfies Record<string, Readonly<Record<string, string>>>

export type FrameKind = keyof typeof CHILDREN

const KINDS: ReadonlyMap<FrameKind, ReadonlyMap<string, FrameKind>> = new Map(
  Object.entries(CHILDREN).map(([kind, children]) => [kind as FrameKind, new Map(Object.entries(children))])
)

export function childKind(parent: FrameKind, name: string): FrameKind {
  if (parent === 'leaf' || parent === 'skip') return 'skip'
  return KINDS.get(parent)?.get(name) ?? 'leaf'
}

export type GroupDraft = { parent: KeePassGroup | null; texts: Map<string, string> }
export type EntryDraft = {
  group: KeePassGroup
  texts: Map<string, string>
  strings: Map<string, KeePassString>
  binaries: KeePassBinary[]
  autoType: string[]
  customData: Map<string, string>
  history: KeePassEntry[]
}

/** An element that is open. `texts` takes its leaves: those of Times belong to the entry or group around it. */
export type Frame = {
  readonly kind: FrameKind
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly group: GroupDraft | null
  readonly entry: EntryDraft | null
  readonly texts: Map<string, string>
  /** Of a binary's Value. */
  bytes: Uint8Array | null
  ref: string | null
  isProtected: boolean
  text: string
  children: number
}

function newGroup(parent: KeePassGroup | null): GroupDraft {
  return { parent, texts: new Map() }
}

function newEntry(group: KeePassGroup): EntryDraft {
  return {
    group,
    texts: new Map(),
    strings: new Map(),
    binaries: [],
    autoType: [],
    customData: new Map(),
    history: []
  }
}

export function frameOf(kind: FrameKind, name: string, attributes: Frame['attributes'], parent: Frame | null): Frame {
  const group = kind === 'group' ? newGroup(parent?.group ?? null) : (parent?.group ?? null)
  const entry = kind === 'entry' && group !== null ? newEntry(group) : (parent?.entry ?? null)
  const texts = textsOf(kind, { group, entry, parent })
  return {
    kind,
    name,
    attributes,
    group,
    entry,
    texts,
    bytes: null,
    ref: null,
    isProtected: false,
    text: '',
    children: 0
  }
}

/** Where the leaves of an element belong: those of Times to what the times are of. */
function textsOf(kind: FrameKind, { group, entry, parent }: Pick<Frame, 'group' | 'entry'> & { parent: Frame | null }) {
  if (kind === 'group' && group !== null) return group.texts
  if (kind === 'entry' && entry !== null) return entry.texts
  return kind === 'times' && parent !== null ? parent.texts : new Map<string, string>()
}
