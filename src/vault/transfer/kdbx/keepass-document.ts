/** What a KeePass document says, in its own words: KDBX and KeePass XML alike. Times and flags are still text. */
export type KeePassDocument = {
  /** Texts of the Meta element: DatabaseName, RecycleBinUUID, HeaderHash… */
  readonly meta: ReadonlyMap<string, string>
  /** Each entry with the group that it is in; histories are in their entries. */
  readonly entries: readonly KeePassEntry[]
  readonly groups: ReadonlyMap<string, KeePassGroup>
  /** PNG in base64, by UUID. */
  readonly icons: ReadonlyMap<string, string>
  /** Those of the document, by number in text; KDBX 4 has them elsewhere. */
  readonly binaries: ReadonlyMap<string, Uint8Array>
}

export type KeePassGroup = {
  readonly parent: KeePassGroup | null
  readonly texts: ReadonlyMap<string, string>
}

export type KeePassString = { readonly value: string; readonly isProtected: boolean }

export type KeePassBinary = { readonly name: string; readonly ref: string | null; readonly bytes: Uint8Array | null }

export type KeePassEntry = {
  readonly group: KeePassGroup
  /** UUID, IconID, Tags, and those of Times: CreationTime, Expires… */
  readonly texts: ReadonlyMap<string, string>
  readonly strings: ReadonlyMap<string, KeePassString>
  readonly binaries: readonly KeePassBinary[]
  readonly autoType: readonly string[]
  readonly customData: ReadonlyMap<string, string>
  /** Oldest first, as far as the file keeps to it. */
  readonly history: readonly KeePassEntry[]
}
