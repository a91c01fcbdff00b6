import { expect, test } from 'vitest'
import { toClock } from '../../core/vault/clock.ts'
import { stampDevice } from '../../core/vault/stamp.ts'
import { writtenMark } from './mark.ts'
import { stampOf } from './test-support/test-vault.ts'

test('the mark of a state is the same whichever device was heard of first', () => {
  const stamps = [stampOf(1, 'bbbbbbbb'), stampOf(2, 'aaaaaaaa')]
  const mark = (order: readonly string[]): Uint8Array => {
    const clock = toClock(order.map((stamp) => [stampDevice(stamp), stamp]))
    return writtenMark({ vaultId: new Uint8Array(16), keyEpoch: 1, clock }, new Uint8Array(32))
  }
  expect(mark(stamps)).toEqual(mark(stamps.toReversed()))
})
