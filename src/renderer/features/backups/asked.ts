type Named = { readonly handle: string; readonly name: string }
/** The dialog that is open over the page. */
export type Asked = { readonly what: 'check' | 'restore'; readonly backup: Named } | { readonly what: 'export' }
export type AskBackup = (what: 'check' | 'restore', backup: Named) => void
