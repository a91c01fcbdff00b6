export type TagNode = {
  readonly tag: string
  /** The last part of the path. */
  readonly name: string
  readonly count: number
  readonly children: readonly TagNode[]
}

export type Counted = { readonly tag: string; readonly count: number }

type Growing = { readonly tag: string; readonly name: string; count: number; readonly children: Map<string, Growing> }

/** `Work/Code` hangs under `Work`. Counts already hold those of nested tags; a parent without one of its own is made. */
export function tagTree(tags: readonly Counted[]): readonly TagNode[] {
  const roots = new Map<string, Growing>()
  for (const { tag, count } of tags) put(roots, tag, count)
  return inOrder(roots)
}

function put(roots: Map<string, Growing>, tag: string, count: number): void {
  let level = roots
  let path = ''
  for (const name of tag.split('/')) {
    if (name === '') return
    path = path === '' ? name : `${path}/${name}`
    const node = level.get(name) ?? { tag: path, name, count: 0, children: new Map<string, Growing>() }
    level.set(name, node)
    if (path === tag) node.count = count
    level = node.children
  }
}

const inOrder = (level: ReadonlyMap<string, Growing>): readonly TagNode[] =>
  [...level.values()]
    .sort((one, other) => byName(one.name, other.name))
    .map(({ tag, name, count, children }) => ({ tag, name, count, children: inOrder(children) }))

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
const byName = (one: string, other: string): number => collator.compare(one, other)
