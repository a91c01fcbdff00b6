/**
 * The item that was selected when the vault locked, by the vault's place: an id, and nothing of what it names. Locking
 * ends the page's process; the session of its window stays, in memory.
 */
const key = (vault: string): string => `selected:${vault}`

export const lastSelected = (vault: string): string | null => sessionStorage.getItem(key(vault))

export function rememberSelected(vault: string, item: string | null): void {
  if (item === null) sessionStorage.removeItem(key(vault))
  else sessionStorage.setItem(key(vault), item)
}
