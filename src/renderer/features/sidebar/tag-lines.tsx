import { useMemo, useState } from 'react'
import type { ListFilter, SidebarCounts } from '../../../shared/list-views.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { Icon } from '../../ui/icon.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { NavLine } from './nav-line.tsx'
import styles from './sidebar.module.css'
import { type TagNode, tagTree } from './tag-tree.ts'
import { FEW_TAGS, TAGS_AT_ONCE, tagsToShow } from './tags-to-show.ts'

type TagLinesProps = {
  readonly tags: SidebarCounts['tags']
  readonly filter: ListFilter | null
  onFilter(filter: ListFilter): void
}

export function TagLines({ tags, filter, onFilter }: TagLinesProps) {
  const t = useTexts()
  const tree = useMemo(() => tagTree(tags), [tags])
  const [typed, setTyped] = useState('')
  const [most, setMost] = useState(TAGS_AT_ONCE)
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  if (tree.length === 0) return null
  const toggle = (tag: string) =>
    setOpen((before) =>
      before.has(tag) ? new Set([...before].filter((each) => each !== tag)) : new Set([...before, tag])
    )
  const find = (text: string) => {
    setTyped(text)
    setMost(TAGS_AT_ONCE)
  }
  const current = filter?.of === 'tag' ? filter.tag : null
  const { nodes, more } = tagsToShow(tree, { typed, most, current })
  return (
    <div className={styles['tags']}>
      <h2 className={`head ${styles['head']}`}>{t.shell.tags}</h2>
      {tags.length > FEW_TAGS ? <FindTag typed={typed} onFind={find} /> : null}
      <TagBranch nodes={nodes} depth={0} {...{ open, toggle, filter, onFilter }} />
      {nodes.length === 0 ? <p className={styles['none']}>{t.tags.none}</p> : null}
      {more === 0 ? null : (
        <button type="button" className={styles['more']} onClick={() => setMost(most + TAGS_AT_ONCE)}>
          {t.tags.more(Math.min(more, TAGS_AT_ONCE), more)}
        </button>
      )}
    </div>
  )
}

function FindTag({ typed, onFind }: { readonly typed: string; onFind(text: string): void }) {
  const t = useTexts()
  return (
    <TextField
      type="search"
      quiet
      icon="search"
      className={styles['find']}
      label={t.tags.find}
      placeholder={t.tags.find}
      value={typed}
      onChange={(event) => onFind(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || typed === '') return
        // The first Esc lets go of what was typed, the next one leaves the field.
        event.preventDefault()
        event.stopPropagation()
        onFind('')
      }}
    />
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
