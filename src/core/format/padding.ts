/**
 * Padmé's size for `length` bytes, `least` at least (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and
 * Communication with PURBs", PoPETs 2019): at most 12 % more, and sizes tell O(log log n) bits.
 */
export function padmeLength(length: number, least: number): number {
  if (length <= least) return least
  const exponent = Math.floor(Math.log2(length))
  const kept = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** (exponent - kept)
  return Math.ceil(length / step) * step
}

/** `body` ‖ 0x80 ‖ zeros, up to Padmé's size. */
export function pad(body: Uint8Array, least: number): Uint8Array {
  const padded = new Uint8Array(padmeLength(body.length + 1, least))
  padded.set(body)
  padded[body.length] = 0x80
  return padded
}

/** A view of the body; null when there is no padding that `pad` could have made. */
export function unpad(padded: Uint8Array): Uint8Array | null {
  let end = padded.length - 1
  // Before the first byte there is nothing, which is neither.
  while (padded[end] === 0) end -= 1
  return padded[end] === 0x80 ? padded.subarray(0, end) : null
}
