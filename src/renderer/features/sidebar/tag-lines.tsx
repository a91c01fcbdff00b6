import { useMemo, useState } from 'react'
import type { ListFilter, SidebarCounts } from '../../../shared/list-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Icon } from '../../ui/icon.tsx'
import { NavLine } from './nav-line.tsx'
import styles from './sidebar.module.css'
import { type TagNode, tagTree } from './tag-tree.ts'

type TagLinesProps = {
  readonly tags: SidebarCounts['tags']
  readonly filter: ListFilter | null
  onFilter(filter: ListFilter): void
}

export function TagLines({ tags, filter, onFilter }: TagLinesProps) {
  const t = useTexts()
  const tree = useMemo(() => tagTree(tags), [tags])
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  if (tree.length === 0) return null
  const toggle = (tag: string) =>
    setOpen((before) =>
      before.has(tag) ? new Set([...before].filter((each) => each !== tag)) : new Set([...before, tag])
    )
  return (
    <div className={styles['tags']}>
      <h2 className={`head ${styles['head']}`}>{t.shell.tags}</h2>
      <TagBranch nodes={tree} depth={0} {...{ open, toggle, filter, onFilter }} />
    </div>
  )
}

type TagBranchProps = {
  readonly nodes: readonly TagNode[]
  readonly depth: number
  readonly open: ReadonlySet<string>
  readonly filter: ListFilter | null
  toggle(tag: string): void
  onFilter(filter: ListFilter): void
}

const INDENT = [0, 1, 2, 3] as const

function TagBranch(props: TagBranchProps) {
  const { nodes, depth, open, filter, toggle, onFilter } = props
  const t = useTexts()
  return nodes.map((node) => {
    const isOpen = open.has(node.tag)
    const bare = node.children.length === 0
    return (
      <div key={node.tag} className={styles['tag']} data-depth={Math.min(depth, 3)}>
        {bare ? null : (
          <button
            type="button"
            className={styles['twist']}
            aria-expanded={isOpen}
            aria-label={isOpen ? t.shell.closeTag(node.tag) : t.shell.openTag(node.tag)}
            onClick={() => toggle(node.tag)}
          >
            <Icon name={isOpen ? 'down' : 'right'} />
          </button>
        )}
        <NavLine
          {...(bare && depth === 0 ? { icon: 'tag' as const } : {})}
          label={node.name}
          count={node.count}
          current={filter?.of === 'tag' && filter.tag === node.tag}
          indent={bare && depth === 0 ? 0 : (INDENT[Math.min(depth + 1, 3)] ?? 3)}
          onGo={() => onFilter({ of: 'tag', tag: node.tag })}
        />
        {isOpen ? <TagBranch {...props} nodes={node.children} depth={depth + 1} /> : null}
      </div>
    )
  })
}
