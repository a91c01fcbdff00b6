/** Six numbered rows of four words. */
export function phraseText(words: readonly string[]): string {
  const rows: string[] = []
  for (let row = 0; row < words.length; row += 4) {
    rows.push(
      words
        .slice(row, row + 4)
        .map((word, column) => `${String(row + column + 1).padStart(2)} ${word.padEnd(9)}`)
        .join(' ')
        .trimEnd()
    )
  }
  return rows.join('\n')
}
