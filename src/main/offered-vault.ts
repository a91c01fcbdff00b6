export type OfferedVault = {
  /** Takes the path if a vault is there; false and silence otherwise. */
  offer(path: string | null): Promise<boolean>
  /** The last one, until a vault is opened. */
  path(): string | null
  forget(): void
}

/** A vault file that came from outside: opened in a file manager, or handed over by a second start of the app. */
export function createOfferedVault(
  looksLikeVault: (path: string) => Promise<boolean>,
  onOffer: (path: string) => void
): OfferedVault {
  let offered: string | null = null
  return {
    async offer(path) {
      if (path === null || !(await looksLikeVault(path))) return false
      offered = path
      onOffer(path)
      return true
    },
    path: () => offered,
    forget() {
      offered = null
    }
  }
}
