import { VaultError } from '../../core/errors.ts'

/** A picture in grey: one byte a pixel, row by row. */
export type GreyImage = { readonly width: number; readonly height: number; readonly pixels: Uint8Array }

/** What a code on a screen or in a photo needs at most, scaled down; more would only cost time. */
export const MOST_SIDE = 1600
/** Milliseconds for trying harder than a camera would. */
const PATIENCE = 600

/** The text of the QR code in an image; null when there is none. TOO_LARGE; BAD_REQUEST when the pixels do not fit. */
export async function readQr({ width, height, pixels }: GreyImage): Promise<string | null> {
  if (width > MOST_SIDE || height > MOST_SIDE) throw new VaultError('TOO_LARGE', { what: 'image', most: MOST_SIDE })
  if (width < 1 || height < 1 || pixels.length !== width * height) throw new VaultError('BAD_REQUEST')
  // Late, for what draw-qr.ts says.
  const { decodeQR } = await import('qr/decode.js')
  const data = new Uint8Array(pixels.length * 3)
  pixels.forEach((grey, place) => data.fill(grey, place * 3, place * 3 + 3))
  try {
    return decodeQR({ width, height, data }, { format: 'RGB', timeLimit: PATIENCE, effort: 4 })
  } catch {
    // Its errors say at which step a code was lost; that none was found is all there is to do something about.
    return null
  } finally {
    data.fill(0)
  }
}
