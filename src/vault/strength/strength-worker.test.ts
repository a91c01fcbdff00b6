import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { estimateBits } from '../../core/vault/strength.ts'
import { generateCharacters } from '../../core/generator/password.ts'
import { builtScript } from '../kdf/test-support/built-script.ts'
import { type Strength, startStrength } from './strength.ts'

let strength: Strength
beforeAll(async () => {
  strength = startStrength(await builtScript('src/vault/strength/strength-worker.ts'))
})
afterAll(() => strength.close())

const judged = async (password: string, beside: readonly string[] = []) => {
  const answer = await strength.judge(password, beside)
  if (answer === null) throw new Error('nobody judged it')
  return answer
}

describe('the real worker', () => {
  test.each([
    ['password', 'common', 5],
    ['Sommer2024', 'wordYear', 20],
    ['Schmetterling1', 'word', 22],
    ['Thomas Müller', 'words', 30],
    ['12.03.1987', 'date', 18],
    ['qwertzuiop', 'keys', 14],
    ['abcabcabcabc', 'repeat', 12],
    ['mondaytuesdaywednesday', 'sequence', 10],
    ['9x!Q', 'short', 30]
  ] as const)('calls %s weak, because: %s', async (password, reason, most) => {
    const answer = await judged(password)
    expect(answer.reason).toBe(reason)
    expect(answer.bits).toBeLessThan(most)
  })

  test('knows what stands beside a password', async () => {
    const alone = await judged('Kaffeeklatsch-Bonn7')
    const beside = await judged('Kaffeeklatsch-Bonn7', [
      'Kaffeeklatsch Bonn',
      'https://kaffeeklatsch-bonn.example/login'
    ])
    expect(beside.reason).toBe('known')
    expect(beside.bits).toBeLessThan(alone.bits - 8)
    expect((await judged('GitHub2024', ['GitHub'])).bits).toBeLessThan(16)
  })

  test('never promises more than the quick estimate', async () => {
    for (let round = 0; round < 20; round++) {
      const { text } = generateCharacters({
        length: 12 + round,
        lower: true,
        upper: true,
        digits: true,
        symbols: true,
        lookAlikes: true
      })
      expect((await judged(text)).bits).toBeLessThanOrEqual(estimateBits(text))
    }
  })

  // Given ones: now and then chance makes a word or a year, which is worth less.
  test.each(['kT9$wq2LmX4z', 'vR#7nB!xq3Zp', 'h8@LdPw5&GtY', 'Qz4%mKx9^Vbs', 'tR7w%Kb2Hn&e'])(
    'does not call %s weak, in which there is no pattern',
    async (password) => expect((await judged(password)).bits).toBeGreaterThan(55)
  )

  test('answers to what is long, empty or half a character', async () => {
    expect((await judged('4@8({[<369&#!1/|0$5+7%2'.repeat(40_000))).bits).toBeGreaterThan(0)
    expect((await judged('')).bits).toBe(0)
    expect((await judged('\ud83d'.repeat(3))).bits).toBeLessThan(20)
    for (const word of ['constructor', '__proto__', 'Constructor1', 'valueOf'])
      expect((await judged(word, [word])).bits).toBeLessThan(40)
  })
})
