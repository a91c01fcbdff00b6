import { useCallback, useEffect, useState } from 'react'
import type { ItemDetail, ItemTemplate } from '../../../shared/item-views.ts'
import type { SidebarCounts } from '../../../shared/list-views.ts'
import { call, onEvent } from '../../api.ts'
import type { Failure } from './use-failure.ts'

/** A number that grows with every change of the vault, ours or not. */
export function useVaultVersion(): readonly [number, () => void] {
  const [version, setVersion] = useState(0)
  const changed = useCallback(() => setVersion((before) => before + 1), [])
  useEffect(() => onEvent('vault.changed', changed), [changed])
  // Search over notes joins in once every frame is read.
  useEffect(() => onEvent('vault.verified', changed), [changed])
  return [version, changed]
}

export function useCounts(version: number, fail: Failure): SidebarCounts | null {
  const [counts, setCounts] = useState<SidebarCounts | null>(null)
  useEffect(() => {
    let wanted = true
    // The same again is no news: what hangs on it need not be drawn anew.
    const keep = (next: SidebarCounts) => wanted && setCounts((known) => (isSame(known, next) ? known : next))
    call('list.counts', undefined).then(keep, fail)
    return () => {
      wanted = false
    }
  }, [version, fail])
  return counts
}

export function useTemplates(version: number, fail: Failure): readonly ItemTemplate[] {
  const [templates, setTemplates] = useState<readonly ItemTemplate[]>([])
  useEffect(() => {
    let wanted = true
    const keep = (next: readonly ItemTemplate[]) =>
      wanted && setTemplates((known) => (isSame(known, next) ? known : next))
    call('item.templates', undefined).then(keep, fail)
    return () => {
      wanted = false
    }
  }, [version, fail])
  return templates
}

function isSame<Value>(one: Value, other: Value): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Null until this very item is there, and when it has gone: what is shown is what would be copied. */
export function useItem(id: string | null, version: number): ItemDetail | null {
  const [item, setItem] = useState<ItemDetail | null>(null)
  useEffect(() => {
    if (id === null) return
    let wanted = true
    call('item.get', { item: id }).then(
      (next) => wanted && setItem(next),
      () => wanted && setItem(null)
    )
    return () => {
      wanted = false
    }
  }, [id, version])
  return item?.id === id ? item : null
}
