/** The item that was selected when the vault locked, by the vault's place: an id, and nothing of what it names. */
const selected = new Map<string, string>()

export const lastSelected = (vault: string): string | null => selected.get(vault) ?? null

export function rememberSelected(vault: string, item: string | null): void {
  if (item === null) selected.delete(vault)
  else selected.set(vault, item)
}
