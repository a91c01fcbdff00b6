import type { Row } from './row.ts'
import { killWhileSaving } from './rows/e01-kill-while-saving.ts'
import { failingDisk } from './rows/e02-failing-disk.ts'
import { failingCalls } from './rows/e02b-failing-calls.ts'
import { strangeFiles } from './rows/e02c-strange-files.ts'
import { powerLoss } from './rows/e03-power-loss.ts'
import { fullDisk } from './rows/e04-full-disk.ts'
import { flippedBits } from './rows/e05-flipped-bits.ts'
import { everyLength } from './rows/e06-every-length.ts'
import { swappedFrames } from './rows/e07-swapped-frames.ts'
import { fuzzing } from './rows/e08-fuzzing.ts'
import { kdfNumbers } from './rows/e09-kdf-numbers.ts'
import { publishedVectors } from './rows/e10-published-vectors.ts'
import { model } from './rows/e11-model.ts'
import { twoWriters } from './rows/e12-two-writers.ts'
import { olderCopies } from './rows/e13-older-copies.ts'
import { memory } from './rows/e14-memory.ts'
import { noNetwork } from './rows/e15-no-network.ts'
import { hostileCalls } from './rows/e16-hostile-calls.ts'

export const ROWS: readonly Row[] = [
  killWhileSaving,
  failingDisk,
  failingCalls,
  strangeFiles,
  powerLoss,
  fullDisk,
  flippedBits,
  everyLength,
  swappedFrames,
  fuzzing,
  kdfNumbers,
  publishedVectors,
  model,
  twoWriters,
  olderCopies,
  memory,
  noNetwork,
  hostileCalls
]
