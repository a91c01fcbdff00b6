import { ID_LENGTH, isItemId, readItemId, writeItemId } from './item-id.ts'

/**
 * Numbers for items, from 0 in the order in which they were first seen. Ids stay as their bytes in one array: a map of a
 * hundred thousand texts costs more time and memory at opening than all that the list shows.
 */
export type ItemIds = {
  readonly count: number
  /** Before anything is added: growing bit by bit takes longer than adding. An estimate, of which only so much is believed. */
  makeRoom(items: number): void
  /** -1 for one that was never added. */
  find(id: string): number
  /** The number of the id, a new one where it has none. */
  add(id: string): number
  /** The same for all ids of columns, in their order. */
  addAll(ids: Uint8Array<ArrayBuffer>): Uint32Array
  idOf(number: number): string
}

const WORDS = ID_LENGTH / 4
const MOST_ROOM = 2 ** 17

export function createItemIds(): ItemIds {
  let words = new Uint32Array(WORDS * 1024)
  let bytes = new Uint8Array(words.buffer)
  /** By hash: the number plus one, 0 where nothing is. At most half full. */
  let slots = new Int32Array(4096)
  let count = 0
  const scratch = new Uint32Array(WORDS)

  function slotOf(from: Uint32Array, at: number): number {
    const mask = slots.length - 1
    let slot = hash(from, at) & mask
    for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
      if (isSame(words, (held - 1) * WORDS, from, at)) return slot
      slot = (slot + 1) & mask
    }
    return slot
  }

  function addWords(from: Uint32Array, at: number): number {
    const slot = slotOf(from, at)
    const held = slots[slot] ?? 0
    if (held !== 0) return held - 1
    for (let word = 0; word < WORDS; word++) words[count * WORDS + word] = from[at + word] ?? 0
    slots[slot] = ++count
    return count - 1
  }

  /** Room for so many more. */
  function reserve(more: number): void {
    if ((count + more) * WORDS > words.length) {
      const larger = new Uint32Array(Math.max((count + more) * WORDS, words.length * 2))
      larger.set(words)
      words = larger
      bytes = new Uint8Array(words.buffer)
    }
    if ((count + more) * 2 <= slots.length) return
    slots = new Int32Array(2 ** Math.ceil(Math.log2((count + more) * 4)))
    for (let number = 0; number < count; number++) slots[slotOf(words, number * WORDS)] = number + 1
  }

  return {
    get count() {
      return count
    },
    makeRoom(items) {
      const room = Math.min(items, MOST_ROOM)
      if (count > 0 || room * 2 <= slots.length) return
      words = new Uint32Array(room * WORDS)
      bytes = new Uint8Array(words.buffer)
      slots = new Int32Array(2 ** Math.ceil(Math.log2(room * 2)))
    },
    find(id) {
      if (!isItemId(id)) return -1
      writeItemId(id, new Uint8Array(scratch.buffer), 0)
      return (slots[slotOf(scratch, 0)] ?? 0) - 1
    },
    add(id) {
      reserve(1)
      writeItemId(id, new Uint8Array(scratch.buffer), 0)
      return addWords(scratch, 0)
    },
    addAll(ids) {
      const from = new Uint32Array(ids.buffer)
      reserve(from.length / WORDS)
      const numbers = new Uint32Array(from.length / WORDS)
      count = addEach(from, numbers, words, slots, count)
      return numbers
    },
    idOf: (number) => readItemId(bytes, number * ID_LENGTH)
  }
}

/**
 * The same as addWords for all of them, with room made before; the new count. Run for every item at every opening, in code
 * that has not been compiled yet: one loop over arrays that never change gets there soonest.
 */
function addEach(
  from: Uint32Array,
  numbers: Uint32Array,
  words: Uint32Array,
  slots: Int32Array,
  before: number
): number {
  const mask = slots.length - 1
  let count = before
  for (let row = 0, at = 0; row < numbers.length; row++, at += WORDS) {
    let slot = hash(from, at) & mask
    let held = slots[slot] ?? 0
    while (held !== 0 && !isSame(words, (held - 1) * WORDS, from, at)) {
      slot = (slot + 1) & mask
      held = slots[slot] ?? 0
    }
    if (held === 0) {
      for (let word = 0; word < WORDS; word++) words[count * WORDS + word] = from[at + word] ?? 0
      held = ++count
      slots[slot] = held
    }
    numbers[row] = held - 1
  }
  return count
}

function hash(words: Uint32Array, at: number): number {
  const mixed =
    (words[at] ?? 0) ^
    Math.imul(words[at + 1] ?? 0, 0x9e3779b1) ^
    Math.imul(words[at + 2] ?? 0, 0x85ebca6b) ^
    Math.imul(words[at + 3] ?? 0, 0xc2b2ae35)
  const spread = Math.imul(mixed ^ (mixed >>> 15), 0x27d4eb2f)
  return spread ^ (spread >>> 13)
}

function isSame(a: Uint32Array, at: number, b: Uint32Array, bt: number): boolean {
  return a[at] === b[bt] && a[at + 1] === b[bt + 1] && a[at + 2] === b[bt + 2] && a[at + 3] === b[bt + 3]
}
