import type { SearchTexts } from '../search.ts'
import type { Key } from './acceptance.ts'
import { createLetterMasks, type LetterMasks } from './letter-masks.ts'
import { createPackedTexts, type PackedTexts } from './packed-texts.ts'
import { foldText } from './text-fold.ts'

/** So many items share a block: a save packs the texts of one block anew, never those of the whole vault. */
export const ROWS = 512

/** Parts the title, the second line, and each tag and address of an item. */
const PART = '\u0001'

export type SearchBlock = {
  readonly ids: (Key | undefined)[]
  /** As they are shown: highlights are places in them. */
  readonly titles: string[]
  readonly subtitles: string[]
  /** Where in the text of a row its folded title and second line end. */
  readonly titleLengths: Uint32Array
  readonly subtitleLengths: Uint32Array
  readonly letters: LetterMasks
  readonly heads: PackedTexts
  /** Notes and open fields; null as long as no item of the block has any. */
  details: PackedTexts | null
  /** Folded at the first search, so that opening a vault does not wait for it. */
  readonly waiting: Map<number, SearchTexts>
}

export function createSearchBlock(): SearchBlock {
  return {
    ids: [],
    titles: [],
    subtitles: [],
    titleLengths: new Uint32Array(ROWS),
    subtitleLengths: new Uint32Array(ROWS),
    letters: createLetterMasks(ROWS),
    heads: createPackedTexts(ROWS),
    details: null,
    waiting: new Map()
  }
}

export function putRow(block: SearchBlock, row: number, id: Key, texts: SearchTexts): void {
  block.ids[row] = id
  block.titles[row] = texts.title
  block.subtitles[row] = texts.subtitle
  block.waiting.set(row, texts)
}

const NOTHING: SearchTexts = { title: '', subtitle: '', tags: [], urls: [] }

export function clearRow(block: SearchBlock, row: number): void {
  block.ids[row] = undefined
  block.titles[row] = ''
  block.subtitles[row] = ''
  block.waiting.set(row, NOTHING)
  block.details?.set(row, '')
}

export function putDetail(block: SearchBlock, row: number, text: string): void {
  if (text === '' && block.details === null) return
  block.details ??= createPackedTexts(ROWS)
  block.details.set(row, foldText(text))
}

/** Takes in what was put since. To be called before a block is read. */
export function foldWaiting(block: SearchBlock): void {
  for (const [row, { title, subtitle, tags, urls }] of block.waiting) {
    const [head, line] = [foldText(title), foldText(subtitle)]
    const rest = [...tags, ...urls].map(foldText).join(PART)
    block.titleLengths[row] = head.length
    block.subtitleLengths[row] = line.length
    block.heads.set(row, `${head}${PART}${line}${PART}${rest}`)
    block.letters.set(row, head, line, rest)
  }
  block.waiting.clear()
}
