import * as v from 'valibot'

/** What the smallest keychain, that of Windows, holds in one entry, in bytes. A mark is ASCII. */
export const MOST_KEYCHAIN_BYTES = 2560

/** A freshness mark as the vault process wrote it. It is no secret, and main cannot tell a true one from a forged one. */
export const markText = v.pipe(v.string(), v.maxLength(MOST_KEYCHAIN_BYTES))

export const keptMark = v.strictObject({ vaultId: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)), mark: markText })
export type KeptMark = v.InferOutput<typeof keptMark>

/** What the vault process tells main alone: these never reach the page. */
export const internalEvents = { 'mark.written': keptMark } as const
