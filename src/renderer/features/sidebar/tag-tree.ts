export type TagNode = {
  readonly tag: string
  /** The last part of the path. */
  readonly name: string
  readonly count: number
  readonly children: readonly TagNode[]
}

type Counted = { readonly tag: string; readonly count: number }

/** `Work/Code` hangs under `Work`. Counts already hold those of nested tags; a parent without one of its own is made. */
export function tagTree(tags: readonly Counted[]): readonly TagNode[] {
  return branch(tags, '')
}

function branch(tags: readonly Counted[], parent: string): readonly TagNode[] {
  const prefix = parent === '' ? '' : `${parent}/`
  const below = tags.filter(({ tag }) => tag.startsWith(prefix) && tag !== parent)
  const names = [...new Set(below.map(({ tag }) => tag.slice(prefix.length).split('/')[0] ?? ''))].filter(
    (name) => name !== ''
  )
  return names.toSorted(byName).map((name) => {
    const tag = prefix + name
    return { tag, name, count: below.find((each) => each.tag === tag)?.count ?? 0, children: branch(below, tag) }
  })
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
const byName = (one: string, other: string): number => collator.compare(one, other)
