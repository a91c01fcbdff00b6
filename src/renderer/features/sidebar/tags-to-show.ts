import { matchesTag } from '../tags/matching-tags.ts'
import type { TagNode } from './tag-tree.ts'

/** With more than these, one looks for a tag by its name. */
export const FEW_TAGS = 25
/** Drawn at once; thousands would hold up the window for longer than anybody reads them. */
export const TAGS_AT_ONCE = 100

type Wanted = {
  /** What was typed to find tags by; empty shows the tree. */
  readonly typed: string
  readonly most: number
  /** The tag whose items are listed: it is shown wherever it stands. */
  readonly current: string | null
}

/** The beginning of the tree, or of the tags that match, and how many there are behind it. */
export function tagsToShow(
  tree: readonly TagNode[],
  { typed, most, current }: Wanted
): { readonly nodes: readonly TagNode[]; readonly more: number } {
  const all = typed.trim() === '' ? tree : matching(tree, typed.trim())
  const nodes = all.slice(0, most)
  const more = all.length - nodes.length
  const here = all.slice(most).find(({ tag }) => tag === current || current?.startsWith(`${tag}/`) === true)
  return here === undefined ? { nodes, more } : { nodes: [...nodes, here], more: more - 1 }
}

/** Each with its whole path for a name, and nothing under it: what is under it is found by itself. */
const matching = (tree: readonly TagNode[], typed: string): readonly TagNode[] =>
  tree.flatMap(({ tag, count, children }) => [
    ...(matchesTag(tag, typed) ? [{ tag, name: tag, count, children: [] }] : []),
    ...matching(children, typed)
  ])
