import type { Key } from './acceptance.ts'
import { highlights, type Range } from './highlight.ts'
import { ROWS, type SearchBlock } from './search-block.ts'

/** `titleHits` and `subtitleHits` are half-open ranges of UTF-16 indices of the texts as they were put. */
export type SearchHit<Id extends Key = string> = {
  readonly id: Id
  readonly titleHits: readonly Range[]
  readonly subtitleHits: readonly Range[]
}

/** A class for its getters: of a hundred thousand hits some fifty are drawn, and only they are asked for their places. */
export class Hit implements SearchHit<Key> {
  readonly id: Key
  readonly #title: string
  readonly #subtitle: string
  readonly #terms: readonly string[]

  constructor(block: SearchBlock, row: number, terms: readonly string[]) {
    this.id = block.ids[row % ROWS] ?? ''
    this.#title = block.titles[row % ROWS] ?? ''
    this.#subtitle = block.subtitles[row % ROWS] ?? ''
    this.#terms = terms
  }

  get titleHits(): readonly Range[] {
    return highlights(this.#title, this.#terms)
  }

  get subtitleHits(): readonly Range[] {
    return highlights(this.#subtitle, this.#terms)
  }
}
