import { useEffect, useMemo, useState } from 'react'
import type { ItemSummary } from '../../../shared/list-views.ts'
import { call } from '../../api.ts'
import { typeName } from '../../texts/type-names.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { matchWords } from './match-words.ts'
import type { PaletteGroup, PaletteLine } from './palette-line.ts'

const ITEMS = 8

/** Commands that fit the words, then the items that the vault finds for them. */
export function usePaletteLines(
  groups: readonly PaletteGroup[],
  text: string,
  onItem: (row: ItemSummary) => void
): readonly PaletteLine[] {
  const t = useTexts()
  const rows = useFound(text)
  return useMemo(() => {
    const items = rows.map(
      (row, place): PaletteLine => ({
        id: row.id,
        name: row.title || t.shell.untitled,
        hits: row.title === '' ? [] : row.titleHits,
        icon: null,
        note: typeName(t, row.type),
        head: place === 0 ? t.palette.items : null,
        run: () => onItem(row)
      })
    )
    return [...groups.flatMap((group) => commandLines(group, text)), ...items]
  }, [groups, rows, text, t, onItem])
}

function commandLines({ title, commands }: PaletteGroup, text: string): readonly PaletteLine[] {
  const fitting = commands.flatMap((command) => {
    const hits = matchWords(command.name, text)
    return hits === null ? [] : [{ ...command, hits }]
  })
  return fitting.map((command, place) => ({ ...command, head: place === 0 ? title : null }))
}

function useFound(text: string): readonly ItemSummary[] {
  const [found, setFound] = useState<{ readonly text: string; readonly rows: readonly ItemSummary[] }>({
    text: '',
    rows: []
  })
  useEffect(() => {
    if (text.trim() === '') return
    let wanted = true
    const ask = {
      filter: { of: 'all' as const },
      text,
      sort: 'title' as const,
      descending: false,
      from: 0,
      count: ITEMS
    }
    call('list.query', ask).then(
      ({ rows }) => wanted && setFound({ text, rows }),
      () => wanted && setFound({ text, rows: [] })
    )
    return () => {
      wanted = false
    }
  }, [text])
  return text.trim() === '' ? [] : found.rows
}
