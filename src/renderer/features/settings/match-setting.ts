/** Every word of the search occurs somewhere in what the setting says of itself. */
export function matchesSetting(search: string, texts: readonly string[]): boolean {
  const all = texts.join(' ').toLocaleLowerCase()
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word))
}
