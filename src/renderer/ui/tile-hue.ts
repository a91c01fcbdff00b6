const HUES = 7

/** 1 to 7, the same for the same title on every machine (FNV-1a over UTF-16 units). */
export function tileHue(title: string): number {
  let hash = 0x811c9dc5
  for (const character of title.trim().toLocaleLowerCase('en')) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return ((hash >>> 0) % HUES) + 1
}

export function tileLetter(title: string): string {
  const [first = '·'] = title.trim()
  return first.toLocaleUpperCase()
}
