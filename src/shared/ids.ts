import * as v from 'valibot'

/** What names a thing across the boundary: ids of items and fields, revisions, and handles of files that main knows. */

export const itemId = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))

export const fieldId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/))

export const itemType = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,63}$/))

export const revision = v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/))

export const fileHandle = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
