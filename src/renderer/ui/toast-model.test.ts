import { expect, test } from 'vitest'
import { endOf, heldTime, type Toast, type ToastInput, withNext } from './toast-model.ts'

const toast = (input: Partial<ToastInput>): Toast => ({ text: 'a word', ...input, at: 1000 })
const copy = toast({ id: 'copy', until: 30_000 })
const undo = toast({ id: 'undo', lasts: 10_000 })
const failure = toast({ id: 'failure', tone: 'danger', text: 'It failed.' })
const word = toast({ text: 'Saved.' })

test('the offer to undo stays for its ten seconds beside what is said meanwhile', () => {
  expect(withNext([undo], copy)).toEqual([undo, copy])
  expect(withNext([undo, copy], word)).toEqual([undo, copy, word])
  expect(endOf(undo)).toBe(11_000)
})

test('there is one last step: the next offer takes the place of the one before', () => {
  const next = toast({ id: 'restored', lasts: 20_000 })
  expect(withNext([copy, undo], next)).toEqual([copy, next])
})

test('a word in passing makes room for the next one, and what failed does not', () => {
  expect(withNext([word], copy)).toEqual([copy])
  expect(withNext([failure, word], copy)).toEqual([failure, copy])
  expect(endOf(failure)).toBeNull()
})

test('the same failure again is said once', () => {
  const unnamed = toast({ tone: 'danger', text: 'No space left.' })
  expect(withNext([failure, unnamed], { ...unnamed, at: 2000 })).toEqual([failure, { ...unnamed, at: 2000 }])
})

test('while it is looked at its time stands still', () => {
  const held = heldTime({ end: 11_000, rest: null }, true, 4000)
  expect(held).toEqual({ end: 11_000, rest: 7000 })
  expect(heldTime(held, true, 9000)).toEqual(held)
  expect(heldTime(held, false, 60_000)).toEqual({ end: 67_000, rest: null })
})

test('what is looked at in its last moment stays long enough to be answered', () => {
  expect(heldTime({ end: 11_000, rest: null }, true, 10_900)).toEqual({ end: 11_000, rest: 2000 })
})
