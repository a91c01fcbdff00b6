/** log2 of a count of equally likely outcomes, to the precision of a double however large the count. 0 for none. */
export function bitsOf(count: bigint): number {
  if (count < 1n) return 0
  const shift = Math.max(0, count.toString(2).length - 64)
  return Math.log2(Number(count >> BigInt(shift))) + shift
}
