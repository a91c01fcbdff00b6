import { useEffect, useState } from 'react'
import { call } from '../../api.ts'
import type { ShellStep } from './shell-state.ts'

/** Main keeps it, by the vault that is open there: this page ends with the lock. What cannot be kept is no loss to tell of. */
export const rememberSelected = (item: string | null): void => void call('vault.select', { item }).catch(() => {})

/** Goes back to the item that was selected before the lock, or before the app was quit. True once that is settled. */
export function useLastSelected(selected: string | null, step: (step: ShellStep) => void): boolean {
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    let wanted = true
    void stillThere()
      .catch(() => null)
      .then((id) => {
        if (!wanted) return
        if (id !== null) step({ do: 'restore', id })
        setSettled(true)
      })
    return () => {
      wanted = false
    }
  }, [step])
  // Before it is settled, nothing is selected because nothing has been asked yet.
  useEffect(() => {
    if (settled) rememberSelected(selected)
  }, [settled, selected])
  return settled
}

async function stillThere(): Promise<string | null> {
  const id = await call('vault.lastSelected', undefined)
  // Deleted since, perhaps by another copy: that throws.
  return id === null ? null : (await call('item.get', { item: id })).id
}
