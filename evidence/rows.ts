import type { Row } from './row.ts'
import { flippedBits } from './rows/e05-flipped-bits.ts'
import { everyLength } from './rows/e06-every-length.ts'
import { swappedFrames } from './rows/e07-swapped-frames.ts'
import { kdfNumbers } from './rows/e09-kdf-numbers.ts'

export const ROWS: readonly Row[] = [flippedBits, everyLength, swappedFrames, kdfNumbers]
