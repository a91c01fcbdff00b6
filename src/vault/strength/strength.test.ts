import { describe, expect, test } from 'vitest'
import { estimateBits } from '../../core/vault/strength.ts'
import type { FieldEdit } from '../../shared/item-views.ts'
import { createStrength } from './strength.ts'
import type { Answer, Question } from './strength-message.ts'
import { withTypedBits } from './typed-bits.ts'
import { wordsOf } from './words-beside.ts'

function answering(answer: Answer) {
  const asked: Question[] = []
  const ask = async (question: Question) => {
    asked.push(question)
    return answer
  }
  return { strength: createStrength({ ask, end: () => {} }), asked }
}

const field = (value: string, more: object = {}): FieldEdit => ({
  change: 'put',
  id: 'password',
  label: 'field.password',
  kind: 'password',
  concealed: true,
  section: '',
  order: 0,
  value,
  ...more
})

describe('what a typed password is worth', () => {
  test('is the lower of the two estimates', async () => {
    const quick = estimateBits('tr0ub4dor&3')
    const high = answering({ bits: 300, reason: 'short' })
    expect(await high.strength.judge('tr0ub4dor&3', [])).toEqual({ bits: quick, reason: 'short' })
    const low = answering({ bits: 9.5, reason: 'common' })
    expect(await low.strength.judge('tr0ub4dor&3', [])).toEqual({ bits: 9.5, reason: 'common' })
  })

  test('is nothing when nobody could judge it, and then nothing is remembered', async () => {
    const { strength } = answering(null)
    expect(await strength.judge('hunter2', [])).toBeNull()
    expect(strength.toldOf('hunter2')).toBeUndefined()
  })

  test('is asked for with no more of it than is read', async () => {
    const { strength, asked } = answering({ bits: 50, reason: 'short' })
    await strength.judge('x'.repeat(4096), ['GitHub'])
    expect(asked).toEqual([{ password: 'x'.repeat(64), words: ['github'] }])
  })

  test('is remembered for the last ones, and the newest answer counts', async () => {
    const answer = { bits: 20, reason: 'word' as const }
    const strength = createStrength({ ask: async () => ({ ...answer }), end: () => {} })
    await strength.judge('hunter2 hunter2 hunter2', [])
    answer.bits = 12
    await strength.judge('hunter2 hunter2 hunter2', ['hunter'])
    expect(strength.toldOf('hunter2 hunter2 hunter2')).toBe(12)
    for (let each = 0; each < 32; each++) await strength.judge(`another one ${each}`, [])
    expect(strength.toldOf('another one 0')).toBe(12)
    expect(strength.toldOf('hunter2 hunter2 hunter2')).toBeUndefined()
  })
})

describe('an edit that is saved', () => {
  const toldOf = (value: string) => (value === 'hunter2' ? 8.5 : undefined)

  test('takes what was said of a typed password with it', () => {
    expect(withTypedBits({ fields: [field('hunter2')] }, { toldOf }).fields).toEqual([field('hunter2', { bits: 8.5 })])
  })

  test.each([
    ['a generated one has its exact bits', field('hunter2', { bits: 77 })],
    ['nothing was said of it', field('another')],
    ['it is a PIN', field('hunter2', { kind: 'pin' })],
    ['its field is removed', { change: 'remove', id: 'password' } as const]
  ])('is left as it is where %s', (_why, edit) => {
    expect(withTypedBits({ fields: [edit] }, { toldOf }).fields).toEqual([edit])
  })
})

describe('what stands beside a password', () => {
  test('is tried whole, in parts and in one word', () => {
    expect(wordsOf(['Anna.Muster@example.org'])).toEqual([
      'anna.muster@example.org',
      'anna',
      'muster',
      'example',
      'org',
      'annamusterexampleorg'
    ])
    expect(wordsOf(['  Zürich 2 ', 'a', ''])).toEqual(['zürich 2', 'zürich', 'zürich2'])
  })

  test('is bounded', () => {
    const many = Array.from({ length: 1000 }, (_, index) => `word ${index} of many`)
    expect(wordsOf(many)).toHaveLength(60)
    expect(wordsOf(['x'.repeat(1000)])).toEqual([])
  })
})
