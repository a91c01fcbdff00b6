import type { Dice } from '../dice.ts'

/** What parsers look for, and what they trip over. */
const TOKENS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ':',
  ',',
  '\n',
  'null',
  'true',
  '-1',
  '0',
  '1e999',
  '9007199254740993',
  '\\u0000',
  '\\ud800',
  '"item":',
  '"at":',
  '"set":',
  '"items":',
  '"some":',
  '"purged":',
  '"vault"',
  '__proto__',
  '"constructor"',
  '"sealed":',
  '"value:password"',
  '"check:password"',
  '"title"',
  'otpauth://totp/',
  '=',
  '&',
  '<',
  '%00',
  '\u202e',
  '\uD83D\uDE00',
  '-----'
].map((text) => new TextEncoder().encode(text))

/** One to four small changes; sometimes the beginning of one input with the end of another. */
export function mutate(input: Uint8Array, other: Uint8Array, dice: Dice, most = 4096): Uint8Array {
  let bytes = input
  for (let times = 1 + dice.number(4); times > 0; times--) bytes = dice.pick(WAYS)(bytes, dice, other)
  return bytes.length > most ? bytes.slice(0, most) : bytes
}

type Way = (bytes: Uint8Array, dice: Dice, other: Uint8Array) => Uint8Array

const replaced = (bytes: Uint8Array, from: number, to: number, by: Uint8Array): Uint8Array =>
  Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)])

const WAYS: readonly Way[] = [
  (bytes, { number }) => {
    const copy = Uint8Array.from(bytes)
    const at = number(copy.length)
    if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ (1 << number(8))
    return copy
  },
  (bytes, { number, pick }) => {
    const at = number(bytes.length)
    return replaced(bytes, at, at + 1, Uint8Array.of(pick([0, 1, 0x7f, 0x80, 0xff, 0x20, 0x22, number(256)])))
  },
  (bytes, { number, pick }) => {
    const at = number(bytes.length + 1)
    return replaced(bytes, at, at, pick(TOKENS))
  },
  (bytes, { number, pick }) => {
    const at = number(bytes.length + 1)
    return replaced(bytes, at, at + number(12), pick(TOKENS))
  },
  (bytes, { number }) => {
    const at = number(bytes.length)
    return replaced(bytes, at, at + 1 + number(40), new Uint8Array())
  },
  (bytes, { number }) => {
    const from = number(bytes.length)
    const piece = bytes.subarray(from, from + 1 + number(60))
    const at = number(bytes.length + 1)
    return replaced(bytes, at, at, piece)
  },
  (bytes, { number }, other) =>
    replaced(bytes, number(bytes.length + 1), bytes.length, other.subarray(number(other.length + 1)))
]
