import type { Change } from './change.ts'
import type { Stamp } from './stamp.ts'

/**
 * A line of a body that says one entry of the journal and nothing else, as a snapshot has them: for opening a vault it is
 * enough to know its stamp. An entry that holds a brace is read with the rest.
 */
const LINE = /^\{"item":"vault","at":"([0-9a-f]{24})","set":\{"journal:[0-9a-f]{24}":\{[^{}]*\}\}\}$/

export type JournalLines = {
  /** The stamp of a line that is kept as it stands; null for every other line. */
  readonly keep: (text: string) => Stamp | null
  /** What was kept, once. VAULT_DAMAGED on lines that are not canonical. */
  readonly take: (read: (text: string) => Change) => readonly Change[]
}

/** Nobody looks at the journal while a vault opens, so its lines wait unread until somebody does. */
export function journalLines(): JournalLines {
  let lines: string[] = []
  return {
    keep(text) {
      const at = LINE.exec(text)?.[1] ?? null
      if (at !== null) lines.push(text)
      return at
    },
    take(read) {
      const changes = lines.map(read)
      lines = []
      return changes
    }
  }
}
