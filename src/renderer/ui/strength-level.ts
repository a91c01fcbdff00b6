/** 1 weak, 2 fair, 3 strong, 4 excellent. */
export type StrengthLevel = 1 | 2 | 3 | 4

/** Bits of what a guesser does not know; six words of the long list, 77.5 bits, are excellent. */
const STEPS = { fair: 45, strong: 60, excellent: 75 } as const

export function strengthLevel(bits: number): StrengthLevel {
  if (bits >= STEPS.excellent) return 4
  if (bits >= STEPS.strong) return 3
  return bits >= STEPS.fair ? 2 : 1
}
