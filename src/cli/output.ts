/** What a command answers: text for a person, or one JSON document for a program. */
export type Answer = { readonly json: unknown; readonly text: string }

export function print(answer: Answer, asJson: boolean): void {
  const text = asJson ? JSON.stringify(answer.json, null, 2) : answer.text
  if (text !== '') process.stdout.write(`${text}\n`)
}

/** A vault may have been written elsewhere: its text must not be able to move the cursor or recolour the terminal. */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')

export const oneLine = (text: string): string => printable(text.replace(/\s+/g, ' '))

/** Columns separated by two spaces; the last one is not padded. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, cell.length)
    })
  return rows
    .map((row) =>
      row
        .map((cell, index) => (index === row.length - 1 ? cell : cell.padEnd(widths[index] ?? 0)))
        .join('  ')
        .trimEnd()
    )
    .join('\n')
}

export const date = (time: number): string => new Date(time).toISOString().slice(0, 16).replace('T', ' ')
