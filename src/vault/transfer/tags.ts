const LONGEST = 900

/** A folder of another program's as a tag: its parts by `/`, without empty ones. Null when nothing is left. */
export function folderTag(path: string, separator: string | RegExp = '/'): string | null {
  const parts = path
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length === 0 ? null : parts.join('/').slice(0, LONGEST)
}

/** Tags that stand in one text. */
export function splitTags(text: string, separator: string | RegExp = /[,;]/): readonly string[] {
  return [...new Set(text.split(separator).flatMap((tag) => folderTag(tag) ?? []))]
}
